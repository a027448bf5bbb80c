import type { Collector } from '../../collector.js';
import { type PresentDevice, presenceSamples } from '../presence.js';
import { identifyDevice, isVirtual } from './device-identity.js';
import { createFinder, listNames, readText, realPath } from './files.js';

const source = '/sys/class/sound';

/**
 * `microphone.present`: sound cards that can record. Whether something is plugged into an analogue socket
 * of such a card is not told here; Bluetooth headsets are not sound cards of the kernel and are not seen.
 */
export function createMicrophones(root: string): Collector {
  const find = createFinder(`${root}${source}`, /^card\d+$|^pcmC\d+D\d+c$/, () => findMicrophones(root));
  return {
    id: 'linux.microphones',
    metrics: ['microphone.present'],
    tier: 'fast',
    timeoutMs: 1_000,
    read: ({ monotonic }) => presenceSamples('microphone.present', source, find(monotonic)),
  };
}

/** The sound cards with at least one capture stream (`pcmC*D*c`). */
export function findMicrophones(root: string): PresentDevice[] {
  const entries = listNames(root, source) ?? [];
  const cards = new Set(
    entries.map((entry) => /^pcmC(\d+)D\d+c$/.exec(entry)?.[1]).filter((card) => card !== undefined),
  );
  return [...cards].flatMap((card) => {
    const path = realPath(root, source, `card${card}`);
    if (path !== null && isVirtual(path)) return [];
    const device = path === null ? null : identifyDevice(path);
    const shortName = readText(root, source, `card${card}`, 'id') ?? `card${card}`;
    return [{ id: device?.id ?? `card:${shortName}`, name: device?.product ?? shortName }];
  });
}
