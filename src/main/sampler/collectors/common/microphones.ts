import type { Collector } from '../../collector.js';
import { presenceSamples } from '../presence.js';
import { type LoadSi, siCollector } from './si.js';

/** `microphone.present` from `audio`, where it tells inputs from outputs (macOS). */
export function createSiMicrophones(load: LoadSi): Collector {
  const metric = 'microphone.present';
  const source = 'systeminformation.audio';
  return siCollector(load, { id: 'si.microphones', metrics: [metric], tier: 'slow' }, async (si) => {
    const devices = (await si.audio()) as readonly { readonly name?: unknown; readonly in?: unknown }[];
    // Without any audio device, or without a word on direction, the answer says nothing on microphones.
    if (!devices.some((device) => typeof device.in === 'boolean'))
      return [{ metric, source, missing: devices.length === 0 ? 'failed' : 'unsupported' }];
    const names = devices.filter((device) => device.in === true).map(({ name }) => String(name));
    return presenceSamples(
      metric,
      source,
      names.map((name) => ({ id: name, name })),
    );
  });
}
