import { isDeepStrictEqual } from 'node:util';
import type { SettingsPatch } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Policy } from '../../shared/settings/policy.js';
import type { Settings } from '../../shared/settings/schema.js';

/** Whether two settings say the same. */
export const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** Settings that are fixed entry by entry. */
const BY_ENTRY = ['overrides', 'accepted'] as const;

/**
 * Refuses a change of what IT fixed. A page sends what is in force, so a fixed value that comes back unchanged is no
 * change; the user's own value behind it stays as it is.
 */
export function keepLocked(patch: SettingsPatch, own: Settings, policy: Policy): Result<SettingsPatch> {
  const fixed = policy.settings;
  const kept: Record<string, unknown> = { ...patch };
  for (const key of Object.keys(patch) as (keyof SettingsPatch)[]) {
    if (key === 'setUp' || key === 'overrides' || key === 'accepted' || fixed[key] === undefined) continue;
    if (!isSame(patch[key], fixed[key])) return failure('LOCKED', key);
    delete kept[key];
  }
  for (const key of BY_ENTRY) {
    const entries = patch[key];
    if (!entries || !fixed[key]) continue;
    const merged: Record<string, unknown> = { ...entries };
    for (const [name, value] of Object.entries(fixed[key])) {
      if (name in merged && !isSame(merged[name], value)) return failure('LOCKED', `${key}.${name}`);
      delete merged[name];
      const shadowed = (own[key] as Record<string, unknown>)[name];
      if (shadowed !== undefined) merged[name] = shadowed;
    }
    kept[key] = merged;
  }
  return success(kept);
}

/** Leaves out what IT fixed, where a file wants something else. */
export function withoutLocked(patch: SettingsPatch, policy: Policy): SettingsPatch {
  const fixed = policy.settings;
  const open: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === 'overrides' || key === 'accepted')
      open[key] = { ...(value as object), ...(fixed[key] ?? {}) };
    else if (!(key in fixed)) open[key] = value;
  }
  return open;
}
