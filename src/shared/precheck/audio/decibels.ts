/**
 * What digital silence is written as, dBFS: minus infinity is no number that a record can hold. −120 dB is what 20 bits
 * can tell apart, below every microphone (ours).
 */
export const SILENCE_DB = -120;

/** Level of an amplitude in dBFS, 0 dBFS = 1; never below {@link SILENCE_DB}. */
export function amplitudeDb(amplitude: number): number {
  return powerDb(amplitude * amplitude);
}

/** Level of a mean square in dBFS, 0 dBFS = 1; never below {@link SILENCE_DB}. */
export function powerDb(meanSquare: number): number {
  return meanSquare > 0 ? Math.max(SILENCE_DB, 10 * Math.log10(meanSquare)) : SILENCE_DB;
}

/** Mean square of a level in dBFS. */
export function dbPower(db: number): number {
  return 10 ** (db / 10);
}
