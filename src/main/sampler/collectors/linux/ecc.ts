import type { Collector, Sample } from '../../collector.js';
import { listNames, readInteger } from './files.js';

const metric = 'memory.errors';
const FOLDER = 'sys/devices/system/edac/mc';

/**
 * `memory.errors` since the driver was loaded, from the kernel's EDAC: corrected ones lead, the others are the instance
 * `uncorrected`; several memory controllers are added up. Memory that does not check itself has no controller there,
 * which is no 0.
 */
export function createEcc(root: string): Collector {
  return {
    id: 'linux.ecc',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 1_000,
    read() {
      const controllers = (listNames(root, FOLDER) ?? []).filter((name) => /^mc\d+$/.test(name));
      if (controllers.length === 0)
        return [{ metric, source: `/${FOLDER}`, missing: 'unsupported', advice: 'no-ecc' }];
      return [
        total(root, controllers, 'ce_count'),
        { ...total(root, controllers, 'ue_count'), instance: 'uncorrected' },
      ];
    },
  };
}

function total(root: string, controllers: readonly string[], file: string): Sample {
  const source = `/${FOLDER}/*/${file}`;
  const counts = controllers.map((name) => readInteger(root, FOLDER, name, file));
  // One that can't be read may be the one that counts errors.
  const known = counts.filter((count) => count !== null && count >= 0);
  return known.length < counts.length
    ? { metric, source, missing: 'failed' }
    : { metric, source, value: known.reduce<number>((sum, count) => sum + (count ?? 0), 0) };
}
