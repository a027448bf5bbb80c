import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../../collector.js';
import { type LoadSi, positive, type Si, siCollector } from './si.js';

const source = 'systeminformation.battery';

type Battery = Awaited<ReturnType<Si['battery']>>;

/** From here up "not on mains" may only mean "full" on Windows (its state 3 is read as unplugged). */
const MAYBE_FULL_PERCENT = 95;

/** `power.ac`, `power.battery`, `power.voltage` (not Windows: nameplate) from `battery`. */
export function createSiPower(load: LoadSi, platform: NodeJS.Platform): Collector {
  const metrics: readonly MetricId[] = ['power.ac', 'power.battery', 'power.voltage', 'power.current'];
  let hadBattery = false;
  return siCollector(load, { id: 'si.power', metrics, tier: 'medium' }, async (si) => {
    const battery = await si.battery();
    if (battery.hasBattery) {
      hadBattery = true;
      return [
        ac(battery, platform),
        charge(battery),
        voltage(battery, platform),
        missing('power.current', 'unsupported'),
      ];
    }
    // A query that failed looks like a machine without a battery; one that had a battery has it still.
    return hadBattery
      ? metrics.map((metric) => missing(metric, 'failed'))
      : [{ metric: 'power.ac', source: 'no-battery', value: 1 }];
  });
}

function ac({ acConnected, percent }: Battery, platform: NodeJS.Platform): Sample {
  if (!acConnected && platform === 'win32' && percent >= MAYBE_FULL_PERCENT)
    return missing('power.ac', 'failed');
  return { metric: 'power.ac', source, value: acConnected ? 1 : 0 };
}

function charge({ percent, isCharging }: Battery): Sample {
  const value = positive(percent);
  if (value === null || value > 100) return missing('power.battery', 'failed');
  return { metric: 'power.battery', source, value, ...(isCharging ? { note: 'Charging' } : {}) };
}

function voltage(battery: Battery, platform: NodeJS.Platform): Sample {
  const value = platform === 'win32' ? null : positive(battery.voltage);
  return value === null
    ? missing('power.voltage', 'unsupported')
    : { metric: 'power.voltage', source, value };
}

const missing = (metric: MetricId, reason: 'failed' | 'unsupported'): Sample => ({
  metric,
  source,
  missing: reason,
});
