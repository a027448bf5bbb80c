import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { type Answer, answerOf, lacking } from '../answers.js';
import { parseBattery } from './battery-state.js';
import { type PowerSource, type PowerSources, parsePowerSources } from './power-sources.js';
import { TOOLS } from './tools.js';

const PMSET = 'pmset -g batt';
const IOREG = 'ioreg AppleSmartBattery';
const FROM_PMSET = ['power.ac', 'power.battery', 'power.ups'] as const;
const FROM_IOREG = ['power.voltage', 'power.current'] as const;

/**
 * `power.ac`, `power.battery`, `power.ups` from `pmset -g batt`; `power.voltage`, `power.current` (negative while
 * discharging) from the registry. A command that failed is never taken for mains.
 */
export function createPower(run: RunCommand): Collector {
  return {
    id: 'macos.power',
    metrics: [...FROM_PMSET, ...FROM_IOREG],
    tier: 'medium',
    timeoutMs: 6_000,
    async read(context) {
      const limit = { timeoutMs: 5_000 };
      const [sources, battery] = await Promise.all([
        run(TOOLS.pmset, ['-g', 'batt'], context, limit),
        run(TOOLS.ioreg, ['-r', '-w0', '-d', '1', '-c', 'AppleSmartBattery'], context, limit),
      ]);
      return [...sourceSamples(answerOf(sources)), ...batterySamples(answerOf(battery))];
    },
  };
}

function sourceSamples({ text, missing }: Answer): Sample[] {
  if (missing !== undefined) return lacking(FROM_PMSET, PMSET, missing);
  const known = parsePowerSources(text);
  if (known === null) return lacking(FROM_PMSET, PMSET, 'failed');
  const ofKind = (kind: PowerSource['kind']): PowerSource[] =>
    known.sources.filter((source) => source.kind === kind);
  return [mains(known), ...charge('power.battery', ofKind('battery')), ...charge('power.ups', ofKind('ups'))];
}

function mains({ drawing, sources }: PowerSources): Sample {
  if (drawing === 'mains')
    return { metric: 'power.ac', source: sources.length === 0 ? 'no-battery' : PMSET, value: 1 };
  return { metric: 'power.ac', source: PMSET, value: 0, note: drawing === 'ups' ? 'UPS' : 'battery' };
}

/** The emptiest leads; each is an instance where there are several. */
function charge(metric: MetricId, sources: readonly PowerSource[]): Sample[] {
  const [lowest] = [...sources].sort((a, b) => a.percent - b.percent);
  if (lowest === undefined) return [{ metric, source: PMSET, missing: 'not-present' }];
  const sample = ({ percent, state, name }: PowerSource): Sample => ({
    metric,
    source: PMSET,
    value: percent,
    note: metric === 'power.ups' ? `${name}: ${state}` : state,
  });
  const each = sources.map((source): Sample => ({ ...sample(source), instance: source.name }));
  return [sample(lowest), ...(sources.length > 1 ? each : [])];
}

function batterySamples({ text, missing }: Answer): Sample[] {
  if (missing !== undefined) return lacking(FROM_IOREG, IOREG, missing);
  const battery = parseBattery(text);
  if (battery === null)
    return FROM_IOREG.map((metric) => ({ metric, source: IOREG, missing: 'not-present' }));
  const values = { 'power.voltage': battery.volts, 'power.current': battery.amperes };
  return FROM_IOREG.map((metric) => {
    const value = values[metric];
    return value === null ? { metric, source: IOREG, missing: 'failed' } : { metric, source: IOREG, value };
  });
}
