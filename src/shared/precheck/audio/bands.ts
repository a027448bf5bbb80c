import { powerDb } from './decibels.js';

/** One third-octave band. */
export interface Band {
  /** Nominal middle, Hz (IEC 61260, 20 Hz to 20 kHz). */
  readonly hz: number;
  /** Level of what lies in it, dBFS. */
  readonly db: number;
}

const NOMINAL_HZ = [
  20, 25, 31.5, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000,
  2500, 3150, 4000, 5000, 6300, 8000, 10_000, 12_500, 16_000, 20_000,
];
/** Index of 1 kHz in the list; exact middles are 1000 × 10^(n/10). */
const KILOHERTZ = NOMINAL_HZ.indexOf(1000);

/**
 * Levels by third-octave band; bands past half the sample rate are left out.
 * @param powers mean square by bin @param binHz distance of two bins, Hz
 */
export function thirdOctaveBands(powers: Float64Array, binHz: number): Band[] {
  const top = (powers.length - 1) * binHz;
  return NOMINAL_HZ.flatMap((hz, i) => {
    const low = 1000 * 10 ** ((i - KILOHERTZ - 0.5) / 10);
    const high = 1000 * 10 ** ((i - KILOHERTZ + 0.5) / 10);
    if (high > top) return [];
    let power = 0;
    // A bin counts by the share of it that lies in the band: the lowest bands are hardly wider than two bins.
    const first = Math.floor(low / binHz - 0.5);
    const last = Math.ceil(high / binHz + 0.5);
    for (let bin = first; bin <= last; bin++) {
      const from = Math.max(low, (bin - 0.5) * binHz);
      const to = Math.min(high, (bin + 0.5) * binHz);
      if (to > from) power += (powers[bin] ?? 0) * ((to - from) / binHz);
    }
    return [{ hz, db: powerDb(power) }];
  });
}
