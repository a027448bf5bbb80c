import type { Language } from '../i18n/index.js';
import { formatNumber } from './number.js';

/** A number as people read it, and the unit it is in. */
export interface Scaled {
  readonly number: string;
  readonly unit: string;
}

/** Decimal steps, as on disk labels, in encoders and in transfer rates. */
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const BITS = ['bps', 'kbps', 'Mbps', 'Gbps', 'Tbps'] as const;

function scale(language: Language, value: number, units: readonly string[]): Scaled {
  let step = 0;
  let rest = value;
  // 999.6 would be rounded to 1000, which belongs to the next unit.
  while (Math.abs(rest) >= 999.5 && step < units.length - 1) {
    rest /= 1000;
    step += 1;
  }
  const decimals = step > 0 && Math.abs(rest) < 9.95 ? 1 : 0;
  return { number: formatNumber(language, rest, decimals), unit: units[step] ?? '' };
}

/** Bytes, decimal: 212 GB. */
export const scaleBytes = (language: Language, bytes: number): Scaled => scale(language, bytes, BYTES);

/** Bits per second, as streaming platforms state bit rates: 6.2 Mbps. */
export const scaleBits = (language: Language, bits: number): Scaled => scale(language, bits, BITS);
