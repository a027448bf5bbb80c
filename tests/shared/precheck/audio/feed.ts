import { AudioAnalyser, type AudioResult } from '../../../../src/shared/precheck/audio/analyser.js';
import { phaseAt, type TakePhase } from '../../../../src/shared/precheck/take.js';

/** Feeds whole signals, one for each channel, in blocks, and gives the result; phases by the plan of the take. */
export function analyse(
  rate: number,
  channels: readonly Float32Array[],
  { block = 128, phase }: { block?: number; phase?: TakePhase } = {},
): AudioResult {
  const analyser = new AudioAnalyser(rate, channels.length);
  const length = channels[0]?.length ?? 0;
  for (let at = 0; at < length; at += block)
    analyser.push(
      channels.map((one) => one.subarray(at, at + block)),
      phase ?? phaseAt((at / rate) * 1_000),
    );
  return analyser.result();
}
