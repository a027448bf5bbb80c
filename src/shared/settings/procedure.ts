import type { StationOptions } from '../health/station.js';
import type { MetricId } from '../metrics/dictionary.js';
import { applyOverrides } from '../sop/apply-overrides.js';
import { ProfileIndex } from '../sop/profile-index.js';
import type { Profile } from '../sop/schema.js';
import type { Settings } from './schema.js';

/** The procedure as it holds on this station. */
export interface StationProcedure extends Required<Pick<StationOptions, 'index' | 'accepted'>> {
  /** Why the stored changes could not be used: field and reason; the procedure stands unchanged then. */
  readonly problem?: string;
}

/** The procedure with what IT changed and accepted for this station. */
export function stationProcedure(profile: Profile, settings: Settings): StationProcedure {
  const accepted = Object.keys(settings.accepted) as MetricId[];
  const changed = applyOverrides(profile, settings.overrides);
  if (changed.ok) return { index: new ProfileIndex(changed.profile), accepted };
  const problem = `${changed.problem.path}: ${changed.problem.message}`;
  return { index: new ProfileIndex(profile), accepted, problem };
}
