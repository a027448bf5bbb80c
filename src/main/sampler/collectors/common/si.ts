import type { MetricId, Tier } from '../../../../shared/metrics/dictionary.js';
import type { Collector, ReadContext, Sample } from '../../collector.js';

/** The library, as far as it is used here; tests put a stand-in. */
export type Si = Pick<
  typeof import('systeminformation'),
  | 'audio'
  | 'battery'
  | 'cpuTemperature'
  | 'currentLoad'
  | 'fsSize'
  | 'fsStats'
  | 'mem'
  | 'networkGatewayDefault'
  | 'networkInterfaces'
  | 'networkStats'
  | 'wifiConnections'
>;

/** Gives the library. Loading it costs 28 ms and 10 MB (measured): only where it is used, and at first use. */
export type LoadSi = () => Promise<Si>;

/** Loads the real library. */
export const loadSi: LoadSi = () => import('systeminformation');

/**
 * Longest a call may take, ms. The library itself has no time-out on Windows: the runner abandons a call that
 * hangs, and does not start another before it ends.
 */
const TIMEOUT_MS = 8_000;

/** A collector that asks the library. `source` of its samples names the function it called. */
export function siCollector(
  load: LoadSi,
  head: { readonly id: string; readonly metrics: readonly MetricId[]; readonly tier: Tier },
  read: (si: Si, context: ReadContext) => Promise<readonly Sample[]>,
): Collector {
  return { ...head, timeoutMs: TIMEOUT_MS, read: async (context) => read(await load(), context) };
}

/** A number above zero, or null: the library says null, 0, '', -1 or NaN for "not known". */
export function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
