import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { isItem, itemText, profilerItems } from './profiler.js';
import type { RouteReader } from './route.js';
import { TOOLS } from './tools.js';

const metric = 'network.signal';
const source = 'system_profiler SPAirPortDataType';

/** A Wi-Fi adapter. */
export interface WifiAdapter {
  readonly name: string;
  /** Whether it is in a network. */
  readonly connected: boolean;
  /** dBm; null: not told. */
  readonly signal: number | null;
}

/** Reads a report. The name of the network is not looked at: macOS hides it from programs. null: it is no report. */
export function parseWifi(text: string): WifiAdapter[] | null {
  const items = profilerItems(text, 'SPAirPortDataType');
  if (items === null) return null;
  return items.flatMap((item) => {
    const adapters = item.spairport_airport_interfaces;
    if (!Array.isArray(adapters)) return [];
    return adapters.filter(isItem).flatMap((adapter): WifiAdapter[] => {
      const name = itemText(adapter, '_name');
      const network = adapter.spairport_current_network_information;
      if (name === '') return [];
      const words = isItem(network) ? itemText(network, 'spairport_signal_noise') : '';
      return [{ name, connected: isItem(network), signal: signalOf(words) }];
    });
  });
}

/** `-52 dBm / -90 dBm`: signal and noise. */
function signalOf(words: string): number | null {
  const signal = Number(/^(-\d{1,3}) dBm\b/.exec(words)?.[1]);
  return signal < 0 && signal >= -130 ? signal : null;
}

/** Route that the network collector has asked for, ms. */
const MAX_AGE_MS = 15_000;

/**
 * `network.signal` of the default-route interface. Dear: the report takes seconds and looks for all networks around.
 * It is not asked for while the route goes over an adapter that is known to be wired.
 */
export function createWifi(run: RunCommand, routeAt: RouteReader): Collector {
  let radios: readonly string[] | null = null;
  return {
    id: 'macos.wifi',
    metrics: [metric],
    tier: 'slow',
    heavy: true,
    timeoutMs: 32_000,
    async read(context) {
      const route = await routeAt(context.monotonic, MAX_AGE_MS, context);
      if (route.kind === 'unknown') return lacking([metric], 'route get default', route.missing);
      if (route.kind === 'none') return [];
      const { device } = route.route;
      if (!/^en\d/.test(device)) return [absent('tunnel')];
      if (radios !== null && !radios.includes(device)) return [absent('wired')];
      const result = await run(TOOLS.systemProfiler, ['SPAirPortDataType', '-json'], context, {
        timeoutMs: 25_000,
      });
      const { text, missing } = answerOf(result);
      if (missing !== undefined) return lacking([metric], source, missing);
      const adapters = parseWifi(text);
      if (adapters === null) return lacking([metric], source, 'failed');
      radios = adapters.map(({ name }) => name);
      return [sampleOf(adapters.find(({ name }) => name === device))];
    },
    reset: () => {
      radios = null;
    },
  };
}

function sampleOf(adapter: WifiAdapter | undefined): Sample {
  if (adapter === undefined) return absent('wired');
  if (adapter.signal !== null) return { metric, source, value: adapter.signal };
  return { metric, source, missing: adapter.connected ? 'unsupported' : 'not-present' };
}

const absent = (note: 'wired' | 'tunnel'): Sample => ({ metric, source, missing: 'not-present', note });
