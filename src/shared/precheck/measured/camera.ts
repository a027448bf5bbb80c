import type { MeasureId } from '../measures.js';
import type { ProblemCode } from '../reasons.js';
import type { Measurement } from '../record/evidence-schema.js';
import type { VideoResult } from '../video/analyser.js';
import { measurement, type Run } from './measure.js';

/** The measurements of a camera. @param sharpness of the larger pictures */
export function cameraMeasurements(result: VideoResult, sharpness: number | null, run: Run): Measurement[] {
  const { frames, dropped } = result;
  const of = (measure: MeasureId, value: number | null, why: ProblemCode = 'too-short') =>
    measurement(measure, value, run, { missing: frames === 0 ? 'no-frames' : why, samples: frames });
  return [
    of('camera.width', result.width),
    of('camera.height', result.height),
    of('camera.fps', result.fps),
    of('camera.dropped', frames > 1 ? (100 * dropped) / (frames + dropped) : null),
    of('camera.luma', result.luma),
    of('camera.black', result.black),
    of('camera.frozen', result.frozen),
    of('camera.frozenFor', result.frozenForMs),
    of('camera.still', result.still),
    of('camera.motion', result.motion),
    of('camera.overexposed', result.overexposed),
    of('camera.underexposed', result.underexposed),
    of('camera.glare', result.glare),
    of('camera.colourCast', result.colourCast, 'no-contrast'),
    of('camera.sharpness', sharpness, 'no-contrast'),
    of('camera.latency', result.latencyMs, 'unsupported'),
  ];
}
