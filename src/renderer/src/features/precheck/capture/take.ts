import type { StationFound } from '../../../../../shared/ipc/precheck.js';
import { louderMicrophone } from '../../../../../shared/precheck/audio/louder-microphone.js';
import type { Found } from '../../../../../shared/precheck/flow/progress.js';
import { cameraMeasurements } from '../../../../../shared/precheck/measured/camera.js';
import { microphoneMeasurements } from '../../../../../shared/precheck/measured/microphone.js';
import type { ProblemCode } from '../../../../../shared/precheck/reasons.js';
import type { ItemProblem } from '../../../../../shared/precheck/record/evidence-schema.js';
import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import type { Device } from './devices.js';
import { Listeners } from './listeners.js';
import type { PictureFound } from './picture-messages.js';
import { Recorder } from './recorder.js';
import type { CaptureSession, Channel, Kind } from './session.js';
import type { SoundFound } from './sound-source.js';

/** What a take brought. */
export interface TakeFound extends Found {
  readonly devices: PrecheckRecord['devices'];
  readonly sound?: NonNullable<PrecheckRecord['sound']>;
  readonly picture?: Uint8Array<ArrayBuffer>;
  /** What was heard, to be played back; it is stored nowhere. */
  readonly recording?: Blob;
  /** A microphone that clearly heard more. */
  readonly louder?: Device;
  /** Frames and samples that were lost on our side. */
  readonly lost: { readonly frames: number; readonly samples: number };
}

/** Numbers and surroundings of a take. */
export interface TakeRun {
  readonly session: CaptureSession;
  readonly wants: readonly Kind[];
  /** Which programs use the devices, asked when one can't be used. */
  readonly programs: () => Promise<StationFound['programs']>;
  /** 1, and higher when it is repeated by itself. */
  readonly attempt: number;
}

const ITEM = { camera: 'P2.c.camera', microphone: 'P2.c.microphone' } as const;

/** Measures camera and microphone together for the ten seconds of a take. */
export async function runTake({ session, wants, programs, attempt }: TakeRun): Promise<TakeFound> {
  const at = Date.now();
  const { streams, state } = session;
  const recorder = new Recorder(streams.microphone);
  const muted = streams.microphone?.getAudioTracks()[0]?.muted ?? false;
  const others = await Listeners.open(state.getState(), session.grant);
  const [picture, sound, heard] = await Promise.all([
    wants.includes('camera') ? (session.picture?.take() ?? null) : null,
    wants.includes('microphone') ? (session.sound?.take() ?? null) : null,
    others.take(),
  ]);
  others.close();
  const recording = await recorder.end();
  const now = state.getState();
  const { camera, microphone } = now;
  const problems = await problemsOf({ wants, now, picture, sound, programs, at });
  const failed = (kind: Kind) => problems.some(({ item }) => item === ITEM[kind]);
  const run = (channel: Channel) => ({ at, attempt, ...(channel.device && { device: channel.device.id }) });
  const speech = sound?.result.speech ?? null;
  const better =
    microphone.device && speech !== null
      ? louderMicrophone(microphone.device.id, [{ id: microphone.device.id, speech }, ...heard])
      : undefined;
  const louder = better && now.devices?.microphones.find(({ id }) => id === better.id);
  return {
    measurements: [
      ...(picture && !failed('camera')
        ? cameraMeasurements(picture.result, picture.sharpness, run(camera))
        : []),
      ...(sound && !failed('microphone') ? microphoneMeasurements(sound.result, muted, run(microphone)) : []),
    ],
    problems,
    devices: (['camera', 'microphone'] as const).flatMap((kind) => {
      const { device } = now[kind];
      return device ? [{ kind, id: device.id, label: device.label }] : [];
    }),
    ...(sound && { sound: { curve: [...sound.result.curve], spectrum: spectrumOf(sound) } }),
    ...(picture?.picture && !failed('camera') && { picture: picture.picture }),
    ...(recording && { recording }),
    ...(louder && { louder }),
    lost: { frames: picture?.result.missed ?? 0, samples: sound?.lost ?? 0 },
  };
}

interface Circumstances {
  readonly wants: readonly Kind[];
  readonly now: Readonly<Record<Kind, Channel>>;
  readonly picture: PictureFound | null;
  readonly sound: SoundFound | null;
  readonly programs: TakeRun['programs'];
  readonly at: number;
}

/** Each device's own problem, with its name and, where it is held, the program that holds it. */
async function problemsOf({
  wants,
  now,
  picture,
  sound,
  programs,
  at,
}: Circumstances): Promise<ItemProblem[]> {
  const found = wants.flatMap((kind): { kind: Kind; code: ProblemCode }[] => {
    const { problem } = now[kind];
    if (problem) return [{ kind, code: problem }];
    if (kind === 'camera') {
      if (!picture) return [{ kind, code: 'aborted' }];
      return picture.result.frames === 0 ? [{ kind, code: 'no-frames' }] : [];
    }
    return sound ? [] : [{ kind, code: 'too-short' }];
  });
  const users = found.some(({ code }) => code === 'device-busy') ? await programs() : {};
  return found.map(({ kind, code }) => {
    const program = code === 'device-busy' ? users[kind] : undefined;
    const { device } = now[kind];
    return {
      item: ITEM[kind],
      code,
      at,
      ...(device && { device: device.label }),
      ...(program !== undefined && { program }),
    };
  });
}

function spectrumOf({ result }: SoundFound) {
  const { quiet, speech } = result.spectrum;
  return { quiet: [...quiet], speech: [...speech] };
}
