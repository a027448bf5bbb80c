import { readFileSync } from 'node:fs';
import { Station, type StationOptions } from '../../src/shared/health/station.js';
import { METRICS, type MetricId } from '../../src/shared/metrics/dictionary.js';
import type { Reading } from '../../src/shared/metrics/reading.js';
import { parseProfile } from '../../src/shared/sop/parse.js';
import { ProfileIndex } from '../../src/shared/sop/profile-index.js';
import type { Profile } from '../../src/shared/sop/schema.js';

const FILE = new URL('../../resources/sop/streaming-workstation.json', import.meta.url);

/** The profile that is shipped, as unknown JSON. */
export const shippedProfileJson = (): unknown => JSON.parse(readFileSync(FILE, 'utf8'));

/** The profile that is shipped. */
export function shippedProfile(): Profile {
  const parsed = parseProfile(shippedProfileJson());
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
  return parsed.profile;
}

/** Rules of the shipped profile by metric. */
export const shippedIndex = (): ProfileIndex => new ProfileIndex(shippedProfile());

/** A station on the shipped profile that judges only what it is given. */
export const station = (options: Partial<StationOptions> = {}): Station =>
  new Station({ index: shippedIndex(), expectAll: false, ...options });

/** A reading with the metric's own unit. */
export function reading(
  metric: MetricId,
  value: number | null,
  at: number,
  more: Partial<Reading> = {},
): Reading {
  const missing = value === null ? { missing: 'failed' as const } : {};
  return { metric, value, unit: METRICS[metric].unit, at, source: 'test', ...missing, ...more };
}
