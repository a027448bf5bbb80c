import { gaussianNumbers, randomNumbers } from './random.js';

/** A mono signal, −1 to 1. */
export type Signal = Float32Array;

/** Amplitude of a level in dB. */
const amplitude = (db: number) => 10 ** (db / 20);
const rms = (signal: Signal) => Math.sqrt(signal.reduce((sum, x) => sum + x * x, 0) / signal.length);

/** Samples from a formula over time in s. */
export function generate(rate: number, seconds: number, at: (t: number) => number): Signal {
  return Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => at(i / rate));
}

/** A sine. @param peakDb its peak in dBFS; its RMS level is 3.01 dB below */
export const sine = (rate: number, seconds: number, hz: number, peakDb: number): Signal =>
  generate(rate, seconds, (t) => amplitude(peakDb) * Math.sin(2 * Math.PI * hz * t));

/** A sine with its RMS level in dBFS. */
export const tone = (rate: number, seconds: number, hz: number, rmsDb: number): Signal =>
  sine(rate, seconds, hz, rmsDb + 20 * Math.log10(Math.SQRT2));

/** Digital silence. */
export const silence = (rate: number, seconds: number): Signal => generate(rate, seconds, () => 0);

/** The same signal at another level, RMS over its whole length in dBFS. */
export function atLevel(signal: Signal, rmsDb: number): Signal {
  const gain = amplitude(rmsDb) / rms(signal);
  return signal.map((x) => x * gain);
}

/** White noise at an RMS level in dBFS. */
export function noise(rate: number, seconds: number, rmsDb: number, seed = 1): Signal {
  const next = gaussianNumbers(seed);
  return atLevel(
    generate(rate, seconds, () => next()),
    rmsDb,
  );
}

/** Hum of the mains: the frequency and five harmonics that get weaker, RMS level in dBFS. */
export function hum(rate: number, seconds: number, mains: number, rmsDb: number): Signal {
  const wave = (t: number) =>
    [1, 2, 3, 4, 5, 6].reduce((sum, h) => sum + Math.sin(2 * Math.PI * mains * h * t + h) / h, 0);
  return atLevel(generate(rate, seconds, wave), rmsDb);
}

/**
 * Like a voice: harmonics of a pitch that wanders, in syllables of about a quarter of a second, with pauses between
 * groups. The level is that of the syllables, without the pauses.
 */
export function speechLike(rate: number, seconds: number, activeDb: number, seed = 7): Signal {
  const next = randomNumbers(seed);
  const pitch = 110 + 30 * next();
  let phase = 0;
  const voiced = generate(rate, seconds, (t) => {
    phase += (2 * Math.PI * (pitch + 12 * Math.sin(2 * Math.PI * 0.7 * t))) / rate;
    let x = 0;
    for (let h = 1; h <= 12 && h * pitch < rate / 2; h++) x += Math.sin(h * phase) / h;
    const syllable = 0.35 + 0.65 * Math.abs(Math.sin(2 * Math.PI * 2.1 * t));
    return x * syllable;
  });
  const level = atLevel(voiced, activeDb);
  // A breath of 0.4 s after every 1.6 s.
  return level.map((x, i) => ((i / rate) % 2 < 1.6 ? x : 0));
}

/** Cut off at full scale, as an overdriven input does. */
export const clip = (signal: Signal): Signal => signal.map((x) => Math.max(-1, Math.min(1, x)));

/** The sum of signals; as long as the first. */
export const mix = (first: Signal, ...others: Signal[]): Signal =>
  first.map((x, i) => others.reduce((sum, other) => sum + (other[i] ?? 0), x));

/** One after the other. */
export function join(...signals: Signal[]): Signal {
  const whole = new Float32Array(signals.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of signals) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
