import { describe, expect, it } from 'vitest';
import { ITEM_IDS, ITEMS } from '../../../src/shared/precheck/items.js';
import { LIMIT_REASONS } from '../../../src/shared/precheck/reasons.js';
import { parseProfile } from '../../../src/shared/sop/parse.js';
import { shippedProfileJson } from '../../support/profile.js';
import { shippedSection } from './evidence.js';

const section = shippedSection();

describe('the shipped section', () => {
  it('judges every item that nobody confirms, by something required', () => {
    for (const item of ITEM_IDS.filter((one) => !ITEMS[one].confirmed))
      expect(
        section.thresholds.some((one) => one.item === item && one.required),
        item,
      ).toBe(true);
  });

  it('has an interval for everything that is inspected, and for nothing else', () => {
    expect(section.inspections.map(({ item }) => item).sort()).toEqual(
      ITEM_IDS.filter((item) => ITEMS[item].inspected).sort(),
    );
  });

  it('uses every reason, and names where every number comes from', () => {
    const limits = section.thresholds.flatMap((one) => one.limits);
    expect(new Set(limits.map(({ reason }) => reason))).toEqual(new Set(LIMIT_REASONS));
    for (const { source } of limits) expect(source).toMatch(/^(ours$|https:\/\/)/);
  });
});

describe('a section that contradicts itself', () => {
  type Json = { precheck: ReturnType<typeof shippedSection> };
  const broken = (change: (json: Json) => void) => {
    const json = structuredClone(shippedProfileJson()) as Json;
    change(json);
    return parseProfile(json);
  };

  it('is refused with its path', () => {
    const twice = broken(({ precheck }) => precheck.thresholds.push(...precheck.thresholds.slice(0, 1)));
    expect(twice).toMatchObject({
      problem: {
        path: `precheck.thresholds.${section.thresholds.length}`,
        message: expect.stringContaining('twice'),
      },
    });
    const at = section.thresholds.findIndex(({ measure }) => measure === 'network.latency');
    const inverted = broken(({ precheck }) => {
      for (const limit of precheck.thresholds[at]?.limits ?? [])
        limit.value = limit.verdict === 'fail' ? 50 : 100;
    });
    expect(inverted).toMatchObject({ problem: { path: `precheck.thresholds.${at}` } });
  });

  it('or names what does not exist', () => {
    for (const change of [{ measure: 'camera.smell' }, { item: 'P9.z' }, { limits: [] }] as object[])
      expect(broken(({ precheck }) => void Object.assign(precheck.thresholds[0] ?? {}, change)).ok).toBe(
        false,
      );
  });

  it('a procedure may do without', () => {
    expect(broken((json) => void Reflect.deleteProperty(json, 'precheck')).ok).toBe(true);
  });
});
