import { MISSING_CODES } from '../metrics/reading.js';

/** What a limit of the procedure says when it is passed. Texts: `precheck.reason.…` and `precheck.todo.…`. */
export const LIMIT_REASONS = [
  'camera.small',
  'camera.slow',
  'camera.black',
  'camera.dark',
  'camera.bright',
  'camera.overexposed',
  'camera.frozen',
  'camera.unmoved',
  'camera.blurred',
  'camera.less-sharp',
  'camera.glare',
  'camera.cast',
  'camera.late',
  'microphone.silent',
  'microphone.muted',
  'microphone.quiet',
  'microphone.unheard',
  'microphone.loud',
  'microphone.clipped',
  'microphone.noisy',
  'microphone.noisier',
  'microphone.snr',
  'microphone.hum',
  'microphone.too-quiet',
  'microphone.too-loud',
  'microphone.dead-channel',
  'headphones.left',
  'headphones.right',
  'network.down',
  'network.lossy',
  'network.late',
  'network.unsteady',
  'network.weak',
  'network.upload-low',
  'network.upload-tight',
  'network.late-under-load',
  'cables.battery',
  'cables.battery-low',
  'cables.voltage',
  'cables.missing',
  'cables.link-speed',
  'cables.phone',
  'updates.pending',
  'updates.restart',
  'antivirus.off',
  'antivirus.definitions',
  'antivirus.scan',
] as const;

/** Why something could not be measured, or why it is no use. */
export const PROBLEM_CODES = [
  ...MISSING_CODES,
  'no-device',
  'device-busy',
  'device-lost',
  'device-muted',
  'permission-denied',
  'permission-denied-by-system',
  'no-frames',
  'no-contrast',
  'too-short',
  'aborted',
  'no-host',
  'host-failed',
  'limit-reached',
  'no-baseline',
] as const;

/** What is said about an item besides limits and problems. */
export const STATE_REASONS = [
  'not-measured',
  'borderline',
  'few-samples',
  'no-threshold',
  'no-target',
  'not-confirmed',
  'denied',
  'inspection-unknown',
  'inspection-overdue',
  'wired',
] as const;

/** Code of a passed limit. */
export type LimitReason = (typeof LIMIT_REASONS)[number];
/** Code of a problem. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];
/** Every code that an item may give as a reason; each has a text that says what is and one that says what to do. */
export type ReasonCode = LimitReason | ProblemCode | (typeof STATE_REASONS)[number];

/** All codes. */
export const REASON_CODES = [...LIMIT_REASONS, ...PROBLEM_CODES, ...STATE_REASONS] as const;

/**
 * What a problem makes of its item. That no device is there, that it went away and that it is muted are findings; all
 * others only mean that nothing is known.
 */
export function problemVerdict(code: ProblemCode): 'fail' | 'unknown' {
  return code === 'no-device' || code === 'device-lost' || code === 'device-muted' ? 'fail' : 'unknown';
}
