import { onlyWhenChanged, readText } from './files.js';
import { KernelFiles } from './kernel-files.js';

/** Way out of this machine. */
export interface DefaultRoute {
  readonly device: string;
  /** Address of the gateway; null on a link without one (dial-up, tunnel). IPv6 link-local with its zone. */
  readonly gateway: string | null;
}

const UP = 0x1;
const REJECT = 0x200;

/** Within this time the answer is the same one, ms: the collectors of one tick ask one after the other. */
const SAME_TICK_MS = 500;

/** Gives the default route at a time of the monotonic clock, ms. */
export type RouteReader = (now: number) => DefaultRoute | null;

/**
 * Makes a reader that the collectors share: IPv4 first, since that is what streaming platforms are reached by; then
 * IPv6.
 */
export function createRouteReader(root: string): RouteReader {
  let kept: { readonly at: number; readonly route: DefaultRoute | null } | null = null;
  const files = new KernelFiles();
  const parseV4 = onlyWhenChanged(parseRoutes);
  const parseV6 = onlyWhenChanged(parseIpv6Routes);
  const read = (): DefaultRoute | null =>
    // The kernel lists the default routes of IPv4 first, so the head of the table will do; those of IPv6 anywhere.
    parseV4(files.readHead(`${root}/proc/net/route`) ?? '') ??
    parseV6(readText(root, 'proc/net/ipv6_route') ?? '');
  return (now) => {
    if (kept === null || now - kept.at >= SAME_TICK_MS) kept = { at: now, route: read() };
    return kept.route;
  };
}

interface Candidate extends DefaultRoute {
  readonly metric: number;
}

/** Default route in /proc/net/route with the lowest metric. */
export function parseRoutes(text: string): DefaultRoute | null {
  const candidates = text.split('\n').flatMap((line): Candidate[] => {
    const [device, destination, gateway, flags, , , metric, mask] = line.trim().split(/\s+/);
    if (destination !== '00000000' || mask !== '00000000' || !device || !isUsable(flags)) return [];
    return [{ device, gateway: ipv4(gateway), metric: Number(metric) }];
  });
  return best(candidates);
}

/** Default route in /proc/net/ipv6_route with the lowest metric. */
export function parseIpv6Routes(text: string): DefaultRoute | null {
  const candidates = text.split('\n').flatMap((line): Candidate[] => {
    const [destination, prefix, , , nextHop, metric, , , flags, device] = line.trim().split(/\s+/);
    if (destination !== '0'.repeat(32) || prefix !== '00' || !device || !isUsable(flags)) return [];
    return [{ device, gateway: ipv6(nextHop, device), metric: Number.parseInt(metric ?? '', 16) }];
  });
  return best(candidates.filter(({ device }) => device !== 'lo'));
}

function isUsable(flags: string | undefined): boolean {
  const bits = Number.parseInt(flags ?? '', 16);
  return (bits & UP) !== 0 && (bits & REJECT) === 0;
}

function best(candidates: readonly Candidate[]): DefaultRoute | null {
  const known = candidates.filter(({ metric }) => Number.isFinite(metric));
  const [first] = known.sort((a, b) => a.metric - b.metric);
  return first === undefined ? null : { device: first.device, gateway: first.gateway };
}

/** Eight hex digits in host order (little-endian on every machine this program runs on); null: none. */
function ipv4(hex: string | undefined): string | null {
  if (!hex || !/^[0-9A-F]{8}$/i.test(hex) || hex === '00000000') return null;
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}

function ipv6(hex: string | undefined, device: string): string | null {
  if (!hex || !/^[0-9a-f]{32}$/i.test(hex) || /^0+$/.test(hex)) return null;
  const groups = hex.match(/.{4}/g)?.map((group) => Number.parseInt(group, 16).toString(16)) ?? [];
  const address = groups.join(':');
  return /^fe[89ab]/i.test(hex) ? `${address}%${device}` : address;
}
