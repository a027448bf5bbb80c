/** Pages of the system's own settings that a playbook can open. What each is on a system is a fixed table in main. */
export const SYSTEM_PAGES = [
  'camera',
  'microphone',
  'sound',
  'network',
  'power',
  'storage',
  'updates',
  'security',
] as const;

/** A page of {@link SYSTEM_PAGES}. */
export type SystemPage = (typeof SYSTEM_PAGES)[number];
