import { isIP } from 'node:net';
import { countOf, type Fields, listOf, numberOf, textOf } from './part.js';

/** One network adapter. */
export interface Adapter {
  /** GUID in braces, upper case: stable while the adapter is installed. */
  readonly id: string;
  readonly index: number | null;
  /** Name that the user gave it, and its model. */
  readonly name: string;
  readonly description: string;
  readonly wireless: boolean;
  /** Whether it has its link; null: it does not tell. */
  readonly link: boolean | null;
  /** Mbit/s; null: it does not tell. */
  readonly speed: number | null;
  readonly counters: readonly [received: number, sent: number] | null;
}

/** A way out of this machine. */
export interface Route {
  readonly index: number;
  /** Address of the gateway; null on a link without one. */
  readonly gateway: string | null;
}

/** The network of one moment. */
export interface NetworkAnswer {
  /** Time of the counters, ms of a monotonic clock. */
  readonly clock: number;
  readonly adapters: readonly Adapter[];
  /** The default route: IPv4 first, then the lowest metric; null: none. */
  readonly route: Route | null;
}

/** IANA interface type of Wi-Fi. */
const WIRELESS = 71;
/** OperationalStatus of .NET: 1 up; 2 down, 6 not present, 7 a lower layer is down; the others don't tell. */
const UP = 1;
const DOWN = new Set([2, 6, 7]);

/** Reads the part `network`; null: it is none. Never throws. */
export function parseNetwork(value: Fields): NetworkAnswer | null {
  const clock = numberOf(value.clock);
  const adapters = listOf(value.adapters);
  const routes = listOf(value.routes);
  if (clock === null || adapters === null || routes === null) return null;
  return { clock, adapters: adapters.flatMap(parseAdapter), route: leadingRoute(routes) };
}

function parseAdapter(row: Fields): Adapter[] {
  const id = textOf(row.id).toUpperCase();
  const status = numberOf(row.status);
  if (id === '' || status === null) return [];
  const speed = numberOf(row.speed);
  const received = countOf(row.received);
  const sent = countOf(row.sent);
  const wireless = row.type === WIRELESS;
  return [
    {
      id,
      index: countOf(row.index),
      name: textOf(row.name),
      description: textOf(row.description),
      wireless,
      link: status === UP ? true : DOWN.has(status) ? false : null,
      speed: speed !== null && speed > 0 ? speed / 1e6 : null,
      counters: received === null || sent === null ? null : [received, sent],
    },
  ];
}

/** AddressFamily of MSFT_NetRoute: 2 is IPv4, what streaming platforms are reached by. */
const IPV4 = 2;

function leadingRoute(rows: readonly Fields[]): Route | null {
  const candidates = rows.flatMap((row) => {
    const index = countOf(row.index);
    const metric = (numberOf(row.routeMetric) ?? Number.NaN) + (numberOf(row.interfaceMetric) ?? 0);
    if (index === null || !Number.isFinite(metric)) return [];
    return [{ index, metric, ipv4: row.family === IPV4, gateway: gatewayOf(textOf(row.nextHop), index) }];
  });
  const [first] = candidates.sort((a, b) => Number(b.ipv4) - Number(a.ipv4) || a.metric - b.metric);
  return first === undefined ? null : { index: first.index, gateway: first.gateway };
}

/** A link-local IPv6 address is only one with its zone; on Windows that is the number of the interface. */
function gatewayOf(nextHop: string, index: number): string | null {
  if (isIP(nextHop) === 0 || nextHop === '0.0.0.0' || nextHop === '::') return null;
  return /^fe[89ab]/i.test(nextHop) && !nextHop.includes('%') ? `${nextHop}%${index}` : nextHop;
}
