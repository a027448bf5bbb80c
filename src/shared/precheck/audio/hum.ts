import { dbPower } from './decibels.js';

/** Frequencies of mains, Hz. */
const MAINS_HZ = [50, 60] as const;
const HARMONICS = 6;
/** A line through a Hann window is this many bins wide to each side. */
const LINE_BINS = 2;
/** Neighbours on each side, in bins from the line: outside the window's main lobe, inside the next harmonic. */
const NEIGHBOURS = { from: 5, to: 8 };
/** Lines are compared with at least this much, dBFS: what lies below nobody hears in a stream (ours). */
const INAUDIBLE_DB = -90;

/** How far mains hum stands out of the noise. */
export interface Hum {
  /** The strongest line over the noise beside it, dB; 0 or a little more where there is none. */
  readonly db: number;
  /** Its mains frequency, Hz. */
  readonly mains: 50 | 60;
  /** Which harmonic it is; 1 is the mains frequency itself. */
  readonly harmonic: number;
}

/**
 * Looks for hum at 50 and 60 Hz and their harmonics up to the sixth.
 * @param powers mean square by bin @param binHz distance of two bins, Hz
 */
export function findHum(powers: Float64Array, binHz: number): Hum | null {
  let strongest: Hum | null = null;
  for (const mains of MAINS_HZ) {
    for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
      const db = lineDb(powers, Math.round((mains * harmonic) / binHz));
      if (db !== null && (strongest === null || db > strongest.db)) strongest = { db, mains, harmonic };
    }
  }
  return strongest;
}

function lineDb(powers: Float64Array, center: number): number | null {
  if (center + NEIGHBOURS.to >= powers.length) return null;
  let line = 0;
  for (let i = center - LINE_BINS; i <= center + LINE_BINS; i++) line += powers[i] ?? 0;
  const beside: number[] = [];
  for (let away = NEIGHBOURS.from; away <= NEIGHBOURS.to; away++)
    beside.push(powers[center - away] ?? 0, powers[center + away] ?? 0);
  const noise = Math.max(median(beside) * (2 * LINE_BINS + 1), dbPower(INAUDIBLE_DB));
  return Math.max(0, 10 * Math.log10(line / noise));
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length / 2;
  return ((values[Math.ceil(middle) - 1] ?? 0) + (values[Math.floor(middle)] ?? 0)) / 2;
}
