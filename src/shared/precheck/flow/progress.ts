import type { ItemId } from '../items.js';
import type { MeasureId } from '../measures.js';
import type { ProblemCode } from '../reasons.js';
import type { Confirmation, ItemProblem, Measurement } from '../record/evidence-schema.js';
import { measuredValue } from '../verdict/limits.js';
import type { Draft } from './draft.js';

/** What a run of measurements brought. */
export interface Found {
  readonly measurements: readonly Measurement[];
  readonly problems: readonly ItemProblem[];
}

/** How the measures of an item are named: whole names, or beginnings that end with a point. */
const MEASURES_OF: Partial<Record<ItemId, readonly string[]>> = {
  'P2.a': ['power.', 'devices.', 'phone.', 'network.linkSpeed'],
  'P2.b.link': ['network.link'],
  'P2.b.loss': ['network.loss'],
  'P2.b.latency': ['network.latency', 'network.jitter'],
  'P2.b.signal': ['network.signal'],
  'P2.b.upload': ['network.upload', 'network.loadedLatency'],
  'P2.c.camera': ['camera.'],
  'P2.c.microphone': ['microphone.'],
  'P2.c.headphones': ['headphones.'],
  'P2.d': ['system.'],
  'P2.e': ['antivirus.'],
  'P3.b': ['camera.glare'],
};

/** Whether a measure is found out for one of the items. */
export function isMeasureOf(items: readonly ItemId[], measure: MeasureId): boolean {
  return items
    .flatMap((item) => MEASURES_OF[item] ?? [])
    .some((name) => (name.endsWith('.') ? measure.startsWith(name) : measure === name));
}

/**
 * Takes what a run found. The first attempt replaces everything of the run's items from before, problems included; a later
 * one stands beside it, so that the median of all decides.
 * @param items that the run is about
 */
export function withFound<D extends Pick<Draft, 'measurements' | 'problems' | 'waivers'>>(
  draft: D,
  items: readonly ItemId[],
  found: Found,
): D {
  const names = new Set(found.measurements.map(({ measure }) => measure));
  const again = found.measurements.some(({ attempt }) => attempt > 1);
  const kept = again
    ? draft.measurements
    : draft.measurements.filter(({ measure }) => !names.has(measure) && !isMeasureOf(items, measure));
  return {
    ...draft,
    measurements: [...kept, ...found.measurements],
    problems: [...draft.problems.filter(({ item }) => !items.includes(item)), ...found.problems],
    // Whoever answered for the old finding did not answer for the new one.
    waivers: draft.waivers.filter(({ item }) => !items.includes(item)),
  };
}

/** What came out of all attempts at one measure. */
export interface MeasuredValue {
  readonly measure: MeasureId;
  /** In the measure's unit; null: it could not be had. */
  readonly value: number | null;
  /** Why it could not. */
  readonly missing?: ProblemCode;
}

/** What was measured for an item: each measure once, the median of its attempts. */
export function measuredValues(item: ItemId, measurements: readonly Measurement[]): MeasuredValue[] {
  const own = measurements.filter(({ measure }) => isMeasureOf([item], measure));
  return [...new Set(own.map(({ measure }) => measure))].map((measure) => {
    const attempts = own.filter((one) => one.measure === measure);
    const value = measuredValue(attempts);
    const missing = attempts.at(-1)?.missing;
    return { measure, value, ...(value === null && missing !== undefined && { missing }) };
  });
}

/** Takes what a person said about an item, in place of what was said before. */
export function withConfirmation<D extends Pick<Draft, 'confirmations'>>(draft: D, said: Confirmation): D {
  return {
    ...draft,
    confirmations: [...draft.confirmations.filter(({ item }) => item !== said.item), said],
  };
}
