import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMeasureOf,
  measuredValues,
  withConfirmation,
  withFound,
} from '../../../../src/shared/precheck/flow/progress.js';
import { STATION_ITEMS, STEPS, stepOf, TAKE_ITEMS } from '../../../../src/shared/precheck/flow/steps.js';
import { ITEM_IDS, ITEMS } from '../../../../src/shared/precheck/items.js';
import { MEASURE_IDS, type MeasureId } from '../../../../src/shared/precheck/measures.js';
import type { Measurement } from '../../../../src/shared/precheck/record/evidence-schema.js';

const one = (measure: MeasureId, value: number | null, attempt = 1): Measurement => ({
  measure,
  value,
  ...(value === null && { missing: 'too-short' as const }),
  at: 1,
  attempt,
});
const draft = (measurements: Measurement[] = []) => ({
  measurements,
  problems: [],
  confirmations: [],
  waivers: [],
});

describe('what a run found', () => {
  it('takes the place of the run before, and of its problems and waivers', () => {
    const before = {
      ...draft([one('camera.luma', 20), one('microphone.peak', -12)]),
      problems: [{ item: 'P2.c.camera' as const, code: 'device-busy' as const, at: 1 }],
      waivers: [{ item: 'P2.c.camera' as const, by: 'IT', role: 'it' as const, reason: 'x', at: 1 }],
    };
    const after = withFound(before, ['P2.c.camera'], {
      measurements: [one('camera.luma', 120)],
      problems: [],
    });
    expect(after.measurements).toEqual([one('microphone.peak', -12), one('camera.luma', 120)]);
    expect([after.problems, after.waivers]).toEqual([[], []]);
  });

  it('leaves nothing of a device that could not be opened this time', () => {
    const before = draft([one('camera.luma', 120), one('camera.fps', 30), one('network.loss', 0)]);
    const problem = { item: 'P2.c.camera' as const, code: 'no-device' as const, at: 2 };
    const after = withFound(before, ['P2.c.camera'], { measurements: [], problems: [problem] });
    expect(after.measurements).toEqual([one('network.loss', 0)]);
    expect(after.problems).toEqual([problem]);
  });

  it('stands beside the first attempt when it is measured again by itself', () => {
    const before = draft([one('camera.luma', 60)]);
    const after = withFound(before, ['P2.c.camera'], {
      measurements: [one('camera.luma', 64, 2)],
      problems: [],
    });
    expect(after.measurements).toHaveLength(2);
    expect(measuredValues('P2.c.camera', after.measurements)).toEqual([
      { measure: 'camera.luma', value: 62 },
    ]);
  });

  it('never touches measures of other items', () => {
    fc.assert(
      fc.property(
        fc.subarray([...MEASURE_IDS]),
        fc.subarray([...ITEM_IDS], { minLength: 1 }),
        (measures, items) => {
          const before = draft(measures.map((measure) => one(measure, 1)));
          const after = withFound(before, items, { measurements: [], problems: [] });
          const others = before.measurements.filter(({ measure }) => !isMeasureOf(items, measure));
          expect(after.measurements).toEqual(others);
        },
      ),
    );
  });
});

it('every measure belongs to an item', () => {
  expect(MEASURE_IDS.filter((measure) => !isMeasureOf([...ITEM_IDS], measure))).toEqual([]);
});

it('every item is done in some step: none is left out', () => {
  for (const item of ITEM_IDS) expect(STEPS, item).toContain(stepOf(item));
  const measured = ITEM_IDS.filter((item) => !ITEMS[item].confirmed && item !== 'P2.c.headphones');
  const found: readonly string[] = [...STATION_ITEMS, ...TAKE_ITEMS];
  for (const item of measured) expect(found).toContain(item);
});

it('the last word about an item counts', () => {
  const said = (answer: 'yes' | 'no') => ({ item: 'P1.a' as const, answer, by: 'Ann', at: 1 });
  const other = { item: 'P1.b' as const, answer: 'yes' as const, by: 'Ann', at: 1 };
  const after = [said('yes'), other, said('no')].reduce(withConfirmation, draft());
  expect(after.confirmations).toEqual([other, said('no')]);
});
