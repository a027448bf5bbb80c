import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_IDS } from '../../../../src/shared/precheck/items.js';
import type { Waiver } from '../../../../src/shared/precheck/record/evidence-schema.js';
import { canWaive, openItems, precheckResult } from '../../../../src/shared/precheck/verdict/result.js';
import { type ItemVerdict, VERDICTS } from '../../../../src/shared/precheck/verdict/types.js';

const all = (changes: Partial<Record<string, ItemVerdict>> = {}) =>
  ITEM_IDS.map((item) => ({ item, verdict: changes[item] ?? ('pass' as const) }));
const waiver = (item: Waiver['item'], role: Waiver['role']): Waiver => ({
  item,
  role,
  by: 'Ann',
  reason: 'known',
  at: 1,
});

describe('the result', () => {
  it('follows the order of the rule', () => {
    expect(precheckResult(all(), [])).toBe('go');
    expect(precheckResult(all({ 'P1.a': 'warn' }), [])).toBe('incomplete');
    expect(precheckResult(all({ 'P1.a': 'warn' }), [waiver('P1.a', 'presenter')])).toBe('conditional');
    expect(precheckResult(all({ 'P1.a': 'unknown' }), [])).toBe('incomplete');
    expect(precheckResult(all({ 'P1.a': 'pending' }), [])).toBe('incomplete');
    expect(precheckResult(all({ 'P1.a': 'fail', 'P1.b': 'pending' }), [])).toBe('no-go');
  });

  it('a fail is waived by IT alone, and what is pending by nobody', () => {
    expect(precheckResult(all({ 'P2.d': 'fail' }), [waiver('P2.d', 'presenter')])).toBe('no-go');
    expect(precheckResult(all({ 'P2.d': 'fail' }), [waiver('P2.d', 'it')])).toBe('conditional');
    expect(precheckResult(all({ 'P2.d': 'unknown' }), [waiver('P2.d', 'presenter')])).toBe('incomplete');
    expect(precheckResult(all({ 'P2.d': 'unknown' }), [waiver('P2.d', 'it')])).toBe('conditional');
    expect(canWaive('pending', 'it')).toBe(false);
    expect(canWaive('pass', 'it')).toBe(false);
  });

  it('a waiver for another item, or for one that passed by now, changes nothing', () => {
    expect(precheckResult(all({ 'P2.d': 'warn' }), [waiver('P2.e', 'it')])).toBe('incomplete');
    expect(precheckResult(all(), [waiver('P2.e', 'it')])).toBe('go');
  });

  it('an item that was not judged is pending', () => {
    expect(precheckResult(all().slice(1), [])).toBe('incomplete');
    expect(openItems([], [])).toHaveLength(ITEM_IDS.length);
  });

  it('is the rule, whatever the verdicts and waivers are', () => {
    const verdicts = fc.array(fc.constantFrom(...VERDICTS), {
      minLength: ITEM_IDS.length,
      maxLength: ITEM_IDS.length,
    });
    const waivers = fc.array(
      fc.tuple(fc.constantFrom(...ITEM_IDS), fc.constantFrom('presenter' as const, 'it' as const)),
    );
    fc.assert(
      fc.property(verdicts, waivers, (list, given) => {
        const judged = ITEM_IDS.map((item, i) => ({ item, verdict: list[i] ?? 'pass' }));
        const covers = ({ item, verdict }: (typeof judged)[number]) =>
          given.some(
            ([of, role]) =>
              of === item &&
              (verdict === 'warn' || (role === 'it' && (verdict === 'fail' || verdict === 'unknown'))),
          );
        const bad = judged.filter((one) => one.verdict !== 'pass');
        const uncovered = bad.filter((one) => !covers(one));
        const expected = uncovered.some(({ verdict }) => verdict === 'fail')
          ? 'no-go'
          : uncovered.length > 0
            ? 'incomplete'
            : bad.length > 0
              ? 'conditional'
              : 'go';
        expect(
          precheckResult(
            judged,
            given.map(([item, role]) => waiver(item, role)),
          ),
        ).toBe(expected);
      }),
    );
  });
});
