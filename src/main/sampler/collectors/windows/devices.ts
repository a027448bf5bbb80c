import type { Collector, Sample } from '../../collector.js';
import { presenceSamples } from '../presence.js';
import { captureUseSample } from './capture-use.js';
import {
  type MediaDevice,
  parseCameras,
  parseEndpoints,
  parseMicrophones,
  parsePhones,
} from './media-devices.js';
import { partOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { createReader, faulty, unreadable } from './reader.js';

const LISTED = 'Win32_PnPEntity';
const AUDIO = 'IAudioEndpointVolume';

/**
 * `camera.present`, `camera.error`, `camera.inUse`, `microphone.present`, `microphone.inUse`, `microphone.muted`,
 * `phone.present`. The list of devices costs Windows tens of milliseconds, hence every 10 s and not every tick.
 */
export function createDevices(host: PowerShellHost): Collector {
  const metrics = [
    'camera.present',
    'camera.error',
    'camera.inUse',
    'microphone.present',
    'microphone.inUse',
    'microphone.muted',
    'phone.present',
  ] as const;
  const head = {
    id: 'windows.devices',
    metrics,
    tier: 'medium',
    timeoutMs: 20_000,
    request: 'devices',
  } as const;
  return createReader(host, head, (answer) => [
    ...cameraSamples(answer),
    ...inUse(answer, 'camera.inUse', 'webcam'),
    ...microphoneSamples(answer),
    ...inUse(answer, 'microphone.inUse', 'microphone'),
    mutedSample(answer),
    ...phoneSamples(answer),
  ]);
}

/** A camera with an error is none that can be used: present counts the others, the error names it. */
export function cameraSamples(answer: HostAnswer): Sample[] {
  const part = partOf(answer, 'devices');
  const metrics = ['camera.present', 'camera.error'] as const;
  if (part.kind === 'fault') return faulty(metrics, LISTED, part);
  const cameras = parseCameras(part.value);
  if (cameras === null) return unreadable(metrics, LISTED);
  const broken = cameras.filter(({ error }) => error !== null && error > 0);
  const usable = cameras.filter((camera) => !broken.includes(camera));
  return [...presenceSamples('camera.present', LISTED, usable), ...errorSamples(cameras, broken)];
}

/** Phones that the device manager lists as portable devices and that work. */
export function phoneSamples(answer: HostAnswer): Sample[] {
  const metric = 'phone.present';
  const part = partOf(answer, 'devices');
  if (part.kind === 'fault') return faulty([metric], LISTED, part);
  const phones = parsePhones(part.value);
  if (phones === null) return unreadable([metric], LISTED);
  return presenceSamples(
    metric,
    LISTED,
    phones.filter(({ error }) => error === 0),
  );
}

function errorSamples(cameras: readonly MediaDevice[], broken: readonly MediaDevice[]): Sample[] {
  const metric = 'camera.error';
  const noteOf = ({ name, error }: MediaDevice): string => `${name}: code ${error}`;
  const leading: Sample = { metric, source: LISTED, value: broken.length > 0 ? 1 : 0 };
  const notes = broken.map(noteOf).join(', ');
  return [
    notes === '' ? leading : { ...leading, note: notes },
    ...cameras.map((camera): Sample => {
      const isBroken = broken.includes(camera);
      const note = isBroken ? noteOf(camera) : camera.name;
      return { metric, source: LISTED, instance: camera.id, value: isBroken ? 1 : 0, note };
    }),
  ];
}

/** Microphones that are active in the sound system; without its word, the endpoints that the device manager lists. */
export function microphoneSamples(answer: HostAnswer): Sample[] {
  const metric = 'microphone.present';
  const listed = partOf(answer, 'devices');
  const sound = partOf(answer, 'audio');
  const endpoints = listed.kind === 'value' ? parseEndpoints(listed.value) : null;
  const active = sound.kind === 'value' ? parseMicrophones(sound.value) : null;
  if (active !== null) {
    const nameOf = (id: string): string => endpoints?.find((each) => each.id === id)?.name ?? id;
    const devices = active.map(({ id }) => ({ id, name: nameOf(id) }));
    return presenceSamples(metric, 'IMMDeviceEnumerator', devices);
  }
  if (endpoints !== null)
    return presenceSamples(
      metric,
      LISTED,
      endpoints.filter(({ error }) => error === 0),
    );
  return listed.kind === 'fault' ? faulty([metric], LISTED, listed) : unreadable([metric], LISTED);
}

function inUse(
  answer: HostAnswer,
  metric: 'camera.inUse' | 'microphone.inUse',
  device: 'webcam' | 'microphone',
): Sample[] {
  const part = partOf(answer, 'usage');
  if (part.kind === 'fault') return faulty([metric], 'registry: ConsentStore', part);
  return [captureUseSample(metric, part.value, device)];
}

/** Whether Windows mutes the default microphone. */
export function mutedSample(answer: HostAnswer): Sample {
  const metric = 'microphone.muted';
  const part = partOf(answer, 'audio');
  if (part.kind === 'fault') return { metric, source: AUDIO, missing: part.missing, note: part.name };
  const microphones = parseMicrophones(part.value);
  if (microphones === null) return { metric, source: AUDIO, missing: 'failed' };
  const leading = microphones.find((each) => each.leading);
  if (leading === undefined) return { metric, source: AUDIO, missing: 'not-present' };
  return leading.muted === null
    ? { metric, source: AUDIO, missing: 'unsupported' }
    : { metric, source: AUDIO, value: leading.muted ? 1 : 0 };
}
