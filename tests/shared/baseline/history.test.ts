import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undone, withRemoved, withTaken } from '../../../src/shared/baseline/history.js';
import { type BaselineFile, baselineFileSchema, NO_BASELINE } from '../../../src/shared/baseline/schema.js';
import { takeBaseline } from '../../../src/shared/baseline/take.js';
import { NOW, STATES } from './states.js';

test('undoing brings back what was in force, and undoing that as well', () => {
  const steps = fc.array(fc.constantFrom('take', 'remove', 'undo'), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (list) => {
      let file: BaselineFile = NO_BASELINE;
      list.forEach((step, i) => {
        const before = file;
        if (step === 'take') file = withTaken(file, takeBaseline(STATES, [], NOW + i, 'Ann'));
        else file = step === 'remove' ? withRemoved(file) : undone(file);
        expect(baselineFileSchema.parse(file)).toEqual(file);
        if (file !== before) expect(undone(file).current).toEqual(before.current);
      });
    }),
  );
});

test('where there is nothing to undo or to remove nothing changes', () => {
  expect(undone(NO_BASELINE)).toBe(NO_BASELINE);
  expect(withRemoved(NO_BASELINE)).toBe(NO_BASELINE);
});
