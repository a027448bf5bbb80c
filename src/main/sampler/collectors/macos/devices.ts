import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { presenceSamples } from '../presence.js';
import { type Camera, parseCameras, parseMicrophones } from './device-reports.js';
import { TOOLS } from './tools.js';

const CAMERAS = 'system_profiler SPCameraDataType';
const MICROPHONES = 'system_profiler SPAudioDataType';

/** The cameras of the last report, for those who need to know which there are; null: no report yet. */
export interface CameraList {
  cameras: readonly Camera[] | null;
}

/** The report is asked for at least this often, ms: cameras of telephones and headsets come without a cable. */
const REPORT_MS = 60_000;

/** Reads `ioreg -p IOUSB` into what changes only when something is plugged in or out: the numbers of the devices. */
export function parseUsbDevices(text: string): string {
  return [...text.matchAll(/<class [^>]*?\bid (0x[0-9a-f]{1,16})\b/g)].map(([, id]) => id).join(' ');
}

/**
 * `camera.present` and `microphone.present` from one report; devices that programs make do not count. The report is
 * dear: it is asked for when something on USB has changed, once more after that (drivers take a moment), and every
 * minute; in between, the cheap look at USB shows that the last one still holds.
 */
export function createDevices(run: RunCommand, list: CameraList): Collector {
  let kept: { readonly at: number; readonly samples: readonly Sample[] } | null = null;
  let usb = '';
  let settling = false;

  async function report(context: ReadContext): Promise<readonly Sample[]> {
    const args = ['SPCameraDataType', 'SPAudioDataType', '-json'];
    const options = { timeoutMs: 15_000 };
    const { text, missing } = answerOf(await run(TOOLS.systemProfiler, args, context, options));
    const cameras = text === undefined ? null : parseCameras(text);
    const microphones = text === undefined ? null : parseMicrophones(text);
    list.cameras = cameras;
    return [
      ...(cameras === null
        ? lacking(['camera.present'], CAMERAS, missing ?? 'failed')
        : presenceSamples('camera.present', CAMERAS, cameras)),
      ...(microphones === null
        ? lacking(['microphone.present'], MICROPHONES, missing ?? 'failed')
        : presenceSamples(
            'microphone.present',
            MICROPHONES,
            microphones.map(({ name }) => ({ id: name, name })),
          )),
    ];
  }

  return {
    id: 'macos.devices',
    metrics: ['camera.present', 'microphone.present'],
    tier: 'medium',
    timeoutMs: 20_000,
    async read(context) {
      const look = await run(TOOLS.ioreg, ['-p', 'IOUSB', '-w0'], context, { timeoutMs: 3_000 });
      const now = parseUsbDevices(answerOf(look).text ?? '');
      const changed = now !== usb;
      const isOld = kept === null || context.monotonic - kept.at >= REPORT_MS;
      const mayHaveMissed = settling;
      settling = changed && kept !== null;
      usb = now;
      if (kept === null || isOld || changed || mayHaveMissed)
        kept = { at: context.monotonic, samples: await report(context) };
      return kept.samples;
    },
    reset: () => {
      kept = null;
    },
  };
}
