import { existsSync } from 'node:fs';
import type { Collector, Sample } from '../../collector.js';
import { shortTime } from '../times.js';
import { readInteger, readText } from './files.js';
import type { DeviceFinder } from './network-device.js';

/** A link speed that was another one before. */
interface SpeedChange {
  readonly device: string;
  readonly speed: number;
  /** What it was and until when; empty: it has not changed. */
  readonly note: string;
}

/**
 * `network.linkSpeed` (Mbit/s, wired; its last change in the note) and `network.signal` (dBm, Wi-Fi) of the default-route
 * interface.
 */
export function createNetworkMedium(root: string, findDevice: DeviceFinder): Collector {
  let last: SpeedChange | null = null;

  function withChange(sample: Sample, device: string, at: number): Sample {
    if (sample.value === undefined) return sample;
    const isSame = last?.device === device;
    if (last === null || !isSame || last.speed !== sample.value) {
      const note = last !== null && isSame ? `${last.speed} Mbit/s until ${shortTime(at)}` : '';
      last = { device, speed: sample.value, note };
    }
    return last.note === '' ? sample : { ...sample, note: last.note };
  }

  return {
    id: 'linux.network-medium',
    metrics: ['network.linkSpeed', 'network.signal'],
    tier: 'medium',
    timeoutMs: 1_000,
    read({ monotonic, at }) {
      const device = findDevice(monotonic);
      if (device === null) return [];
      const wireless = isWireless(root, device);
      const speed = linkSpeed(root, device, wireless);
      return [withChange(speed, device, at), signal(root, device, wireless)];
    },
  };
}

function linkSpeed(root: string, device: string, wireless: boolean): Sample {
  const head = { metric: 'network.linkSpeed', source: `net:${device}/speed` } as const;
  const speed = readInteger(root, 'sys/class/net', device, 'speed');
  if (speed !== null && speed > 0) return { ...head, value: speed };
  // Radios negotiate a rate per packet and do not tell it here; a wire without a link has no speed (-1).
  return { ...head, missing: wireless ? 'unsupported' : 'not-present' };
}

/** Whether an interface is a radio. */
function isWireless(root: string, device: string): boolean {
  const folder = `${root}/sys/class/net/${device}`;
  return existsSync(`${folder}/wireless`) || existsSync(`${folder}/phy80211`);
}

function signal(root: string, device: string, wireless: boolean): Sample {
  const source = '/proc/net/wireless';
  if (!wireless) return { metric: 'network.signal', source, missing: 'not-present', note: 'wired' };
  const level = parseSignal(readText(root, 'proc/net/wireless') ?? '', device);
  return level === null
    ? { metric: 'network.signal', source, missing: 'unsupported' }
    : { metric: 'network.signal', source, value: level };
}

/** Signal level of an interface in /proc/net/wireless, dBm; null: not listed, or not told in dBm. */
export function parseSignal(text: string, device: string): number | null {
  const line = text.split('\n').find((each) => each.trim().startsWith(`${device}:`));
  const level = /^\s*\S+:\s+\S+\s+\S+\s+(-?\d+)\.?\s/.exec(line ?? '')?.[1];
  if (level === undefined) return null;
  // Some drivers write the byte unsigned: 198 is -58 dBm. Small positive numbers are a scale of their own.
  const value = Number(level);
  const dbm = value >= 128 && value <= 255 ? value - 256 : value;
  return dbm < 0 && dbm >= -130 ? dbm : null;
}
