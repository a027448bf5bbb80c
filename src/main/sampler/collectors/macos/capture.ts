import type { AdviceCode } from '../../../../shared/metrics/advice.js';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { type Assertion, filming, parseAssertions, recording } from './assertions.js';
import type { CameraList } from './devices.js';
import { parseIoreg, registrySwitch } from './ioreg.js';
import { TOOLS } from './tools.js';

const PMSET = 'pmset -g assertions';
const IOREG = 'ioreg FrontCameraActive';
const KEYS = ['FrontCameraActive', 'FrontCameraStreaming'] as const;

/** Reads whether the driver of the built-in camera says that it works. null: no driver notes it. */
export function parseCameraActive(text: string): boolean | null {
  const states = parseIoreg(text)
    .flatMap(({ properties }) => KEYS.map((key) => registrySwitch(properties.get(key))))
    .filter((state) => state !== null);
  return states.length === 0 ? null : states.includes(true);
}

/**
 * `microphone.inUse` from the assertions that the sound server holds for programs that record, and `camera.inUse` from
 * the driver of the built-in camera and the camera server. Drivers of other cameras note nothing: a "no" is believed
 * only where the built-in camera is the only one.
 */
export function createCapture(run: RunCommand, list: Readonly<CameraList>): Collector {
  return {
    id: 'macos.capture',
    metrics: ['microphone.inUse', 'camera.inUse'],
    tier: 'medium',
    timeoutMs: 8_000,
    async read(context) {
      const limit = { timeoutMs: 4_000 };
      const [asserted, registry] = await Promise.all([
        run(TOOLS.pmset, ['-g', 'assertions'], context, limit),
        run(TOOLS.ioreg, ['-r', '-w0', '-d', '1', '-k', 'FrontCameraActive'], context, limit),
      ]);
      const held = answerOf(asserted);
      const assertions = held.text === undefined ? null : parseAssertions(held.text);
      const camera = answerOf(registry);
      const active = camera.text === undefined ? null : parseCameraActive(camera.text);
      const microphone =
        assertions === null
          ? lacking(['microphone.inUse'], PMSET, held.missing ?? 'failed')
          : [await microphoneSample(run, context, recording(assertions))];
      return [...microphone, cameraSample(active, assertions, list)];
    },
  };
}

async function microphoneSample(
  run: RunCommand,
  context: ReadContext,
  holders: readonly Assertion[],
): Promise<Sample> {
  const head = { metric: 'microphone.inUse', source: PMSET } as const;
  if (holders.length === 0) return { ...head, value: 0 };
  const pids = [...new Set(holders.map(({ createdFor }) => createdFor).filter((pid) => pid !== null))];
  if (pids.length === 0) return { ...head, value: 1 };
  const args = ['-o', 'comm=', '-p', pids.join(',')];
  // Names of programs may be Chinese, which `ps` spells out byte by byte in the C locale.
  const options = { timeoutMs: 2_000, env: { LC_ALL: 'en_US.UTF-8' } };
  const { text = '' } = answerOf(await run(TOOLS.ps, args, context, options));
  const programs = text.split('\n').map((path) => path.trim().split('/').at(-1) ?? '');
  const note = programs.filter((program) => program !== '').join(', ') || `pid ${pids.join(', ')}`;
  return { ...head, value: 1, note };
}

function cameraSample(
  active: boolean | null,
  assertions: readonly Assertion[] | null,
  { cameras }: Readonly<CameraList>,
): Sample {
  const metric = 'camera.inUse';
  if (active === true) return { metric, source: IOREG, value: 1 };
  if (assertions !== null && filming(assertions)) return { metric, source: PMSET, value: 1 };
  if (cameras === null) return { metric, source: IOREG, missing: 'warming-up' };
  const [only, ...others] = cameras;
  if (only === undefined) return { metric, source: IOREG, missing: 'not-present' };
  if (active === false && only.builtIn && others.length === 0) return { metric, source: IOREG, value: 0 };
  const advice: AdviceCode = 'no-camera-state-on-macos';
  return { metric, source: IOREG, missing: 'unsupported', advice };
}
