import type { AudioResult } from '../audio/analyser.js';
import type { MeasureId } from '../measures.js';
import type { Measurement } from '../record/evidence-schema.js';
import { measurement, type Run } from './measure.js';

/** The measurements of a microphone. @param muted the track says that it is muted */
export function microphoneMeasurements(result: AudioResult, muted: boolean, run: Run): Measurement[] {
  const of = (measure: MeasureId, value: number | null) => measurement(measure, value, run);
  return [
    of('microphone.muted', muted ? 1 : 0),
    of('microphone.peak', result.peak),
    of('microphone.rms', result.rms),
    of('microphone.speech', result.speech),
    of('microphone.floor', result.floor),
    of('microphone.snr', result.snr),
    of('microphone.hum', result.hum?.db ?? null),
    of('microphone.clipped', result.clipped),
    of('microphone.silent', result.silent),
    of('microphone.lufs', result.lufs),
    // One channel has no other to compare with: nothing is missing.
    ...(result.imbalance === null ? [] : [of('microphone.imbalance', result.imbalance)]),
  ];
}
