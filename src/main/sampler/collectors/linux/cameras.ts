import { basename } from 'node:path';
import type { Collector } from '../../collector.js';
import { type PresentDevice, presenceSamples } from '../presence.js';
import { identifyDevice, isVirtual } from './device-identity.js';
import { createFinder, listNames, readText, realPath } from './files.js';

const source = '/sys/class/video4linux';
const NODE = /^video\d+$/;

/** Video nodes that code and scale pictures are no cameras, though they look like ones from here. */
const CODEC = /codec|decod|encod|isp|jpeg|m2m/i;

/**
 * `camera.present`: capture devices that a driver has bound. A kernel without video support has no camera,
 * which is a reading as well. Software cameras do not count: they stay when the real one is pulled out.
 */
export function createCameras(root: string): Collector {
  const find = createFinder(`${root}${source}`, NODE, () => findCameras(root));
  return {
    id: 'linux.cameras',
    metrics: ['camera.present'],
    tier: 'fast',
    timeoutMs: 1_000,
    read: ({ monotonic }) => presenceSamples('camera.present', source, find(monotonic)),
  };
}

/** The cameras, each once, however many nodes it has (picture, metadata, infrared). */
export function findCameras(root: string): PresentDevice[] {
  const byDevice = new Map<string, PresentDevice>();
  for (const node of listNames(root, source) ?? []) {
    if (!NODE.test(node) || readText(root, source, node, 'index') !== '0') continue;
    const path = realPath(root, source, node);
    if (path === null || isVirtual(path)) continue;
    const device = identifyDevice(path);
    const name = readText(root, source, node, 'name') || device?.product || node;
    if (device === null && CODEC.test(name)) continue;
    const owner = device ? path.slice(0, path.indexOf('/video4linux')) : path;
    const bus = basename(owner).replace(/^(\d+-[\d.]+):\d+\.\d+$/, '$1');
    if (!byDevice.has(bus)) byDevice.set(bus, { id: device?.id ?? `platform:${bus}`, name });
  }
  return [...byDevice.values()];
}
