import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/shared/health/evaluate.js';
import { applyOverrides } from '../../../src/shared/sop/apply-overrides.js';
import { limitKey, ruleKey } from '../../../src/shared/sop/changes.js';
import type { Overrides } from '../../../src/shared/sop/overrides.js';
import { ProfileIndex } from '../../../src/shared/sop/profile-index.js';
import { shippedProfile } from '../../support/profile.js';

const profile = shippedProfile();
const stamp = { by: 'IT', at: 1 };
const index = (overrides: Overrides) => {
  const result = applyOverrides(profile, overrides);
  if (!result.ok) throw new Error(result.problem.message);
  return new ProfileIndex(result.profile);
};
const judge = (of: ProfileIndex, value: number) => {
  const resolved = of.ruleFor('cpu.temperature');
  if (!resolved) throw new Error('no rule');
  const context = { onAir: false, hasBaseline: true, latest: () => null, growth: 0, evidence: undefined };
  return evaluate(resolved.rule, value, 0, context).judgement;
};

describe('applyOverrides', () => {
  it('changes a limit, its severity, the hold and whether a metric is required, and nothing else', () => {
    const changed = index({
      'cpu.temperature': {
        ...stamp,
        limits: { 'fault.above': { value: 90 }, 'warning.above': { severity: 'advisory' } },
        hold: { fault: 5_000 },
        required: false,
      },
    });
    expect([71, 89.9, 90].map((value) => judge(changed, value))).toEqual(['advisory', 'advisory', 'fault']);
    expect(changed.ruleFor('cpu.temperature')?.policy.hold[2]).toBe(5_000);
    expect(changed.required).not.toContain('cpu.temperature');
    expect(changed.ruleFor('memory.usage')).toEqual(new ProfileIndex(profile).ruleFor('memory.usage'));
  });

  it('switches a limit off', () => {
    expect(
      judge(
        index({ 'cpu.temperature': { ...stamp, limits: { 'advisory.below': { severity: 'off' } } } }),
        20,
      ),
    ).toBe('ok');
  });

  it('no changes give the procedure itself', () => {
    expect(applyOverrides(profile, {})).toEqual({ ok: true, profile });
  });

  it('refuses a change that puts the fault inside the warning', () => {
    const result = applyOverrides(profile, {
      'cpu.temperature': { ...stamp, limits: { 'fault.above': { value: 60 } } },
    });
    expect(result).toMatchObject({ ok: false, problem: { path: expect.stringContaining('limits') } });
  });

  it('leaves out changes to what the procedure does not have', () => {
    expect(applyOverrides(profile, { 'no.such': stamp })).toEqual({ ok: true, profile });
  });
});

describe('keys', () => {
  it('every limit of a rule has a name of its own', () => {
    for (const clause of profile.clauses)
      for (const rule of clause.metrics) {
        const keys = rule.limits.map(limitKey);
        expect(new Set(keys).size, ruleKey(rule.metric, rule.instance)).toBe(keys.length);
      }
  });
});
