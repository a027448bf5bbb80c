import { randomUUID } from 'node:crypto';
import type { Draft } from '../../shared/precheck/flow/draft.js';
import { isMeasureOf } from '../../shared/precheck/flow/progress.js';
import { stepOf } from '../../shared/precheck/flow/steps.js';
import { ITEM_IDS, type ItemId } from '../../shared/precheck/items.js';
import { PLATFORMS } from '../../shared/precheck/platforms/platforms.js';
import type { MeasureValues } from '../../shared/precheck/record/evidence-schema.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';

/** A check from its beginning. Who made the last one and for which platform is offered again. */
export function newDraft(last: PrecheckRecord | undefined, baseline: MeasureValues, now: number): Draft {
  return {
    schema: 1,
    id: randomUUID(),
    kind: 'full',
    startedAt: now,
    step: 'operator',
    operator: last?.operator.name ?? '',
    platform: last?.platform ?? PLATFORMS.douyin,
    devices: last?.devices ?? [],
    measurements: [],
    problems: [],
    confirmations: [],
    waivers: [],
    baseline,
    items: [...ITEM_IDS],
  };
}

/**
 * Items of a finished check to be done again; everything else is taken over as it was found. Where the check gave no GO,
 * this one can: it goes on where that one stopped.
 */
export function draftAgain({
  record,
  items,
  baseline,
  now,
}: {
  readonly record: PrecheckRecord;
  readonly items: readonly ItemId[];
  readonly baseline: MeasureValues;
  readonly now: number;
}): Draft {
  const isOpen = (item: ItemId) => items.includes(item);
  const gave = record.result === 'go' || record.result === 'conditional';
  const origin = record.repeats?.id ?? record.id;
  return {
    schema: 1,
    id: randomUUID(),
    kind: gave || record.kind === 'item' ? 'item' : 'full',
    ...((gave || record.kind === 'item') && { repeats: { id: origin, items: [...items] } }),
    startedAt: now,
    step: stepOf(items[0] ?? 'P2.a'),
    operator: record.operator.name,
    platform: record.platform,
    devices: record.devices,
    measurements: record.measurements.filter(({ measure }) => !isMeasureOf(items, measure)),
    problems: record.problems.filter(({ item }) => !isOpen(item)),
    confirmations: record.confirmations.filter(({ item }) => !isOpen(item)),
    waivers: record.waivers.filter(({ item }) => !isOpen(item)),
    baseline,
    ...(record.sound && { sound: record.sound }),
    items: [...items],
  };
}
