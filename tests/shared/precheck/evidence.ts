import type { ItemId } from '../../../src/shared/precheck/items.js';
import { ITEM_IDS, ITEMS } from '../../../src/shared/precheck/items.js';
import type { MeasureId } from '../../../src/shared/precheck/measures.js';
import { PLATFORMS, platformTargets } from '../../../src/shared/precheck/platforms/platforms.js';
import type { Confirmation, Measurement } from '../../../src/shared/precheck/record/evidence-schema.js';
import type { PrecheckSection } from '../../../src/shared/precheck/section.js';
import type { Evidence } from '../../../src/shared/precheck/verdict/types.js';
import { shippedProfile } from '../../support/profile.js';

/** When the checks of the tests are made, ms since 1970. */
export const NOW = Date.UTC(2026, 0, 5, 9);
export const DAY = 86_400_000;

/** The shipped section. */
export function shippedSection(): PrecheckSection {
  const { precheck } = shippedProfile();
  if (!precheck) throw new Error('the shipped procedure has no section about the pre-check');
  return precheck;
}

/** A measurement of one value. */
export const measured = (
  measure: MeasureId,
  value: number,
  more: Partial<Measurement> = {},
): Measurement => ({
  measure,
  value,
  at: NOW,
  attempt: 1,
  ...more,
});

/** Every measure of a station where all is well. */
export const HEALTHY: Readonly<Partial<Record<MeasureId, number>>> = {
  'camera.width': 1_920,
  'camera.height': 1_080,
  'camera.fps': 30,
  'camera.luma': 112,
  'camera.black': 0,
  'camera.frozen': 1,
  'camera.frozenFor': 40,
  'camera.motion': 40,
  'camera.overexposed': 0.5,
  'camera.glare': 0,
  'camera.colourCast': 8,
  'camera.sharpness': 900,
  'microphone.muted': 0,
  'microphone.peak': -10,
  'microphone.rms': -24,
  'microphone.speech': -22,
  'microphone.floor': -66,
  'microphone.snr': 44,
  'microphone.hum': 1,
  'microphone.clipped': 0,
  'microphone.silent': 0.4,
  'microphone.lufs': -21,
  'headphones.left': 1,
  'headphones.right': 1,
  'network.link': 1,
  'network.loss': 0,
  'network.latency': 12,
  'network.jitter': 2,
  'network.signal': -50,
  'network.upload': 12_000,
  'network.loadedLatency': 10,
  'power.ac': 1,
  'devices.missing': 0,
  'system.updates': 0,
  'system.restartPending': 0,
  'antivirus.enabled': 1,
  'antivirus.definitionAge': 1,
  'antivirus.scanAge': 3,
};

/** Everybody said yes, and everything was inspected a week ago. */
export const CONFIRMED: readonly Confirmation[] = ITEM_IDS.filter((item) => ITEMS[item].confirmed).map(
  (item) => ({
    item,
    answer: 'yes',
    by: 'Ann',
    at: NOW,
    ...(ITEMS[item].inspected && { inspectedAt: NOW - 7 * DAY }),
  }),
);

/** The evidence of a healthy station with some values changed; undefined takes one out. */
export function evidence(
  changes: Partial<Record<MeasureId, number | undefined>> = {},
  more: Partial<Evidence> = {},
): Evidence {
  const values = { ...HEALTHY, ...changes };
  return {
    measurements: (Object.keys(values) as MeasureId[]).flatMap((measure) => {
      const value = values[measure];
      return value === undefined ? [] : [measured(measure, value)];
    }),
    problems: [],
    confirmations: CONFIRMED,
    targets: platformTargets(PLATFORMS.douyin),
    baseline: {},
    ...more,
  };
}

/** The confirmations with that of one item changed. */
export const confirmedBut = (item: ItemId, change: Partial<Confirmation>): readonly Confirmation[] =>
  CONFIRMED.map((one) => (one.item === item ? { ...one, ...change } : one));
