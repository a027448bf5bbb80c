import type { Collector, Sample } from '../../collector.js';
import { createPowerSupplies, type PowerSupply, readAttributes } from './power-supplies.js';

const metric = 'power.ac';

/** `power.ac`: whether the machine runs on mains power. */
export function createPowerAc(root: string): Collector {
  const listSupplies = createPowerSupplies(root);
  return {
    id: 'linux.power-ac',
    metrics: [metric],
    tier: 'fast',
    timeoutMs: 1_500,
    read({ monotonic }) {
      const supplies = listSupplies(monotonic);
      const batteries = supplies.filter(({ kind }) => kind === 'battery');
      const mains = supplies.filter(({ kind }) => kind === 'mains');
      const adapters = supplies.filter(({ kind }) => kind !== 'battery');
      // USB sockets of a desktop are listed as supplies that never deliver: without a battery they say nothing.
      if (batteries.length === 0 && mains.length === 0) return [{ metric, source: 'no-battery', value: 1 }];
      return adapters.length > 0 ? askAdapters(root, adapters) : askBatteries(root, batteries);
    },
  };
}

async function askAdapters(root: string, adapters: readonly PowerSupply[]): Promise<Sample[]> {
  const states: { name: string; online: string | null }[] = [];
  for (const { name } of adapters)
    states.push({ name, online: (await readAttributes(root, name, ['online'])).online });
  // 1: fixed voltage, 2: negotiated; anything else but 0 is no answer.
  const feeding = states.find(({ online }) => online === '1' || online === '2');
  const source = `power_supply:${(feeding ?? states[0])?.name ?? ''}`;
  if (feeding) return [{ metric, source, value: 1 }];
  const known = states.some(({ online }) => online === '0');
  return [known ? { metric, source, value: 0 } : { metric, source, missing: 'failed' }];
}

/** Some machines list no adapter; then the batteries tell by what they do. */
async function askBatteries(root: string, batteries: readonly PowerSupply[]): Promise<Sample[]> {
  const states: (string | null)[] = [];
  for (const { name } of batteries) states.push((await readAttributes(root, name, ['status'])).status);
  const source = `power_supply:${batteries[0]?.name ?? ''} (status)`;
  if (states.includes('Discharging')) return [{ metric, source, value: 0 }];
  const fed = states.some((state) => state === 'Charging' || state === 'Full' || state === 'Not charging');
  return [fed ? { metric, source, value: 1 } : { metric, source, missing: 'failed' }];
}
