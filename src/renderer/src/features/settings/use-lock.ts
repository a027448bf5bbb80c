import type { Choice } from '../../../../shared/settings/schema.js';
import { useGiven } from '../../stores/given.js';

/** Where IT fixed a setting for this machine: the file's path; undefined when it is free. */
export function useLock(key: Exclude<Choice, 'overrides' | 'accepted'>): string | undefined {
  return useGiven(({ policy }) => (policy?.settings[key] === undefined ? undefined : policy.file));
}

/** The same for one rule or one metric. */
export function useEntryLock(key: 'overrides' | 'accepted', entry: string): string | undefined {
  return useGiven(({ policy }) =>
    policy && Object.hasOwn(policy.settings[key] ?? {}, entry) ? policy.file : undefined,
  );
}
