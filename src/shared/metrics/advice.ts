/**
 * What IT can do about a reading that can't be had, where a collector knows more than its reason says. Each code has a
 * text `advice.code.<code>` in the catalogues: one or two sentences, what to do and who.
 */
export const ADVICE_CODES = [
  'no-sensor',
  'start-lhm',
  'no-tool-on-macos',
  'no-record-on-macos',
  'no-ecc',
  'name-ingest-host',
  'target-never-answered',
  'no-gateway',
  'paused',
  'admin-account-on-macos',
  'no-camera-state-on-macos',
  'no-input-level',
  'check-for-updates',
  'allow-powershell',
  'allow-location',
  'start-windows-update',
  'no-security-centre',
  'ask-antivirus',
  'hidden-programs',
  'join-journal-group',
  'keep-journal',
  'no-journal',
  'disk-health-source',
  'refresh-packages',
  'unknown-packages',
  'no-restart-record',
  'install-antivirus',
  'definitions-unknown',
  'record-scans',
  'no-sound-server',
  'no-ups',
  'no-boot-records',
] as const;

/** A code of {@link ADVICE_CODES}. */
export type AdviceCode = (typeof ADVICE_CODES)[number];

const CODES = new Set<string>(ADVICE_CODES);

/** Whether a value is a code of {@link ADVICE_CODES}. */
export const isAdviceCode = (value: unknown): value is AdviceCode =>
  typeof value === 'string' && CODES.has(value);
