import { phaseAt, type TakePhase } from '../../../../src/shared/precheck/take.js';
import { FrameAnalyser, type VideoResult } from '../../../../src/shared/precheck/video/analyser.js';
import { type Picture, toRgba } from '../../../support/media/pictures.js';

/** Size of the analysed pictures. */
export const WIDTH = 320;
export const HEIGHT = 180;

/** Shows pictures to the analysis at a steady rate, and gives the result. */
export function watch(
  picture: (index: number) => Picture,
  { fps = 30, frames = 100, phase }: { fps?: number; frames?: number; phase?: TakePhase } = {},
): VideoResult {
  const analyser = new FrameAnalyser(WIDTH, HEIGHT);
  for (let i = 0; i < frames; i++) {
    const atMs = (i * 1_000) / fps;
    analyser.push({
      rgba: toRgba(picture(i)),
      atMs,
      width: 1_920,
      height: 1_080,
      phase: phase ?? phaseAt(atMs),
    });
  }
  return analyser.result();
}
