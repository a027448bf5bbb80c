import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet, minutesUntilChange, quietHoursSchema } from '../../../src/shared/settings/quiet-hours.js';

const at = (hours: number, minutes = 0): Date => new Date(2026, 0, 5, hours, minutes);
const NIGHT = { from: '22:00', to: '06:00' };
const LUNCH = { from: '12:00', to: '13:30' };

test.each([
  [NIGHT, at(21, 59), false],
  [NIGHT, at(22), true],
  [NIGHT, at(0), true],
  [NIGHT, at(5, 59), true],
  [NIGHT, at(6), false],
  [LUNCH, at(12), true],
  [LUNCH, at(13, 30), false],
  [{ from: '08:00', to: '08:00' }, at(8), false],
  [null, at(3), false],
])('%j at %s: %s', (hours, now, quiet) => {
  expect(isQuiet(hours, now)).toBe(quiet);
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

test('nothing changes before the next change, and something does then', () => {
  fc.assert(
    fc.property(time, time, fc.integer({ min: 0, max: 1_439 }), (from, to, minute) => {
      fc.pre(from !== to);
      const hours = quietHoursSchema.parse({ from, to });
      const wait = minutesUntilChange(hours, at(0, minute));
      const now = isQuiet(hours, at(0, minute));
      for (let passed = 1; passed < wait; passed += 1)
        expect(isQuiet(hours, at(0, minute + passed))).toBe(now);
      expect(isQuiet(hours, at(0, minute + wait))).toBe(!now);
    }),
    { numRuns: 60 },
  );
});

test.each(['24:00', '7:00', '07:60', ''])('%j is no time of day', (from) => {
  expect(quietHoursSchema.safeParse({ from, to: '06:00' }).success).toBe(false);
});
