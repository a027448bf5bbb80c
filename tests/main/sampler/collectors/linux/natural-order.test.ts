import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byNaturalOrder } from '../../../../../src/main/sampler/collectors/linux/natural-order.js';

it('counts as people do', () => {
  const names = [
    'card10',
    'card2',
    'card2-HDMI-A-1',
    'BAT1',
    'nvme10n1',
    'nvme2n1p12',
    'nvme2n1p3',
    '10',
    '9',
  ];
  expect(names.sort(byNaturalOrder)).toEqual([
    '9',
    '10',
    'BAT1',
    'card2',
    'card2-HDMI-A-1',
    'card10',
    'nvme2n1p3',
    'nvme2n1p12',
    'nvme10n1',
  ]);
});

const name = fc.string({ unit: fc.constantFrom('a', 'Z', '-', '0', '1', '9', '12') });

it('is an order: only the same name is equal, and who comes first never depends on who asks', () => {
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(byNaturalOrder(a, b) === 0).toBe(a === b);
      expect(Math.sign(byNaturalOrder(a, b)) + Math.sign(byNaturalOrder(b, a))).toBe(0);
      const [x, y, z] = [a, b, c].sort(byNaturalOrder);
      expect(byNaturalOrder(x ?? '', z ?? '')).toBeLessThanOrEqual(0);
      expect(byNaturalOrder(x ?? '', y ?? '')).toBeLessThanOrEqual(0);
    }),
  );
});
