import { isIP } from 'node:net';
import type { ReadContext } from '../../collector.js';
import type { CommandResult, RunCommand } from '../../command.js';
import { answerOf, type NoAnswer } from '../answers.js';
import { TOOLS } from './tools.js';

/** Way out of this machine. */
export interface DefaultRoute {
  readonly device: string;
  /** Address of the gateway; null on a link without one (tunnel). */
  readonly gateway: string | null;
}

/** The default route, that there is none, or why it is not known. */
export type RouteAnswer =
  | { readonly kind: 'route'; readonly route: DefaultRoute }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly missing: NoAnswer };

/** Reads `route -n get default`. null: it names no interface. */
export function parseRoute(text: string): DefaultRoute | null {
  const device = /^\s*interface: ([A-Za-z][\w.]*)\s*$/m.exec(text)?.[1];
  if (device === undefined) return null;
  const gateway = /^\s*gateway: (\S+)\s*$/m.exec(text)?.[1] ?? '';
  return { device, gateway: isIP(gateway) === 0 ? null : gateway };
}

/** Gives the default route, no older than `maxAgeMs` at a time of the monotonic clock, ms. */
export type RouteReader = (
  now: number,
  maxAgeMs: number,
  context: Pick<ReadContext, 'signal' | 'raw'>,
) => Promise<RouteAnswer>;

/** Makes a reader that the collectors share: whoever asks while an answer is under way, or soon after, gets that one. */
export function createRouteReader(run: RunCommand): RouteReader {
  let kept: { readonly at: number; readonly answer: Promise<RouteAnswer> } | null = null;
  return (now, maxAgeMs, context) => {
    if (kept === null || now - kept.at >= maxAgeMs) kept = { at: now, answer: ask(run, context) };
    return kept.answer;
  };
}

/** IPv4 first, since that is what streaming platforms are reached by; then IPv6. */
async function ask(run: RunCommand, context: Pick<ReadContext, 'signal' | 'raw'>): Promise<RouteAnswer> {
  let last: RouteAnswer = { kind: 'none' };
  for (const family of ['-inet', '-inet6']) {
    const args = ['-n', 'get', family, 'default'];
    last = toAnswer(await run(TOOLS.route, args, context, { timeoutMs: 2_000 }));
    if (last.kind !== 'none') return last;
  }
  return last;
}

function toAnswer(result: CommandResult): RouteAnswer {
  if (result.kind === 'failed' && /not in table/.test(result.stdout + result.stderr)) return { kind: 'none' };
  const { text, missing } = answerOf(result);
  if (missing !== undefined) return { kind: 'unknown', missing };
  const route = parseRoute(text);
  if (route !== null) return { kind: 'route', route };
  const said = result.kind === 'done' ? result.stdout + result.stderr : '';
  return /not in table/.test(said) ? { kind: 'none' } : { kind: 'unknown', missing: 'failed' };
}
