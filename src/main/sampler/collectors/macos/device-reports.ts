import { itemText, type ProfilerItem, profilerItems } from './profiler.js';

/** A camera of the report. */
export interface Camera {
  /** The system's own id: it holds the socket of a camera on USB, so that another socket makes another id. */
  readonly id: string;
  readonly name: string;
  /** Whether it is part of the Mac itself. */
  readonly builtIn: boolean;
}

/** Cameras made by programs: they stay when the real one is pulled out, so they are no equipment (ours). */
const SOFTWARE_CAMERA = /\bvirtual\b|\bOBS\b|snap camera|manycam|camtwist|mmhmm/i;

/** Reads the cameras of a report. null: it is no such report. */
export function parseCameras(text: string): Camera[] | null {
  const items = profilerItems(text, 'SPCameraDataType');
  return items?.flatMap(toCamera) ?? null;
}

function toCamera(item: ProfilerItem): Camera[] {
  const name = itemText(item, '_name');
  const model = itemText(item, 'spcamera_model-id');
  const id = itemText(item, 'spcamera_unique-id') || name;
  if (id === '' || SOFTWARE_CAMERA.test(`${name} ${model}`)) return [];
  return [{ id, name: name || model || id, builtIn: !/VendorID_|^i(Phone|Pad)\d/.test(model) }];
}

/** A sound device that can record. */
export interface SoundInput {
  readonly name: string;
}

/** Sound devices made by programs. */
const SOFTWARE_SOUND = /_(virtual|aggregate|autoaggregate)$/;

/**
 * Reads the microphones of a report. null: it is no such report, or it names no sound device at all, which a Mac that
 * works never does.
 */
export function parseMicrophones(text: string): SoundInput[] | null {
  const items = profilerItems(text, 'SPAudioDataType');
  const devices = items?.filter((item) => !('_items' in item)) ?? [];
  if (devices.length === 0) return null;
  return devices
    .filter((item) => typeof item.coreaudio_device_input === 'number' && item.coreaudio_device_input > 0)
    .filter((item) => !SOFTWARE_SOUND.test(itemText(item, 'coreaudio_device_transport')))
    .map((item) => ({ name: itemText(item, '_name') }))
    .filter(({ name }) => name !== '');
}
