import { expect, test } from 'vitest';
import { checkPatch } from '../../../src/main/settings/check-patch.js';
import { withoutLocked } from '../../../src/main/settings/locks.js';
import type { SettingsPatch } from '../../../src/shared/ipc/contract.js';
import { applyPolicy, NO_POLICY, type Policy } from '../../../src/shared/settings/policy.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/schema.js';
import { shippedProfile } from '../../support/profile.js';

const profile = shippedProfile();
const stamp = { by: 'IT', at: 1 };
const policy: Policy = {
  schema: 1,
  settings: {
    tickSeconds: 5,
    overrides: { 'cpu.temperature': { ...stamp, required: false } },
    accepted: { 'fan.speed': { ...stamp, reason: 'no fan' } },
  },
};
const check = (patch: SettingsPatch, rules = NO_POLICY, own: Settings = DEFAULT_SETTINGS) =>
  checkPatch(patch, { current: applyPolicy(own, rules), own, policy: rules, profile });

test('what IT fixed is refused, and what it did not is taken', () => {
  expect(check({ tickSeconds: 2 }, policy)).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(check({ tickSeconds: 5, language: 'en' }, policy)).toEqual({ ok: true, value: { language: 'en' } });
  expect(check({ setUp: true }, policy)).toEqual({ ok: true, value: { setUp: true } });
});

test('changes of the procedure and accepted metrics are fixed entry by entry', () => {
  const other = { 'memory.usage': { ...stamp, required: false } };
  const fixed = policy.settings.overrides ?? {};
  expect(check({ overrides: { ...fixed, ...other } }, policy)).toEqual({
    ok: true,
    value: { overrides: other },
  });
  const moved = { 'cpu.temperature': { ...stamp, required: true } };
  expect(check({ overrides: moved }, policy)).toMatchObject({
    ok: false,
    error: { code: 'LOCKED', message: 'overrides.cpu.temperature' },
  });
  const accepted = { 'fan.speed': { ...stamp, reason: 'another' } };
  expect(check({ accepted }, policy)).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
});

test('a value of the user behind a fixed one is kept for the day when the policy goes', () => {
  const overrides = { 'cpu.temperature': { by: 'user', at: 2, required: false } };
  const own = { ...DEFAULT_SETTINGS, overrides };
  const sent = applyPolicy(own, policy).overrides;
  expect(check({ overrides: sent }, policy, own)).toEqual({ ok: true, value: { overrides } });
});

test('a file is taken but for what IT fixed', () => {
  const patch = withoutLocked({ tickSeconds: 9, language: 'en', overrides: {} }, policy);
  expect(check(patch, policy)).toEqual({ ok: true, value: { language: 'en', overrides: {} } });
});

test('a contradiction is refused with its place; an old one elsewhere does not matter', () => {
  const inverted = { 'memory.usage': { ...stamp, limits: { 'fault.above': { value: 10 } } } };
  expect(check({ overrides: inverted })).toMatchObject({
    ok: false,
    error: { code: 'INVALID', message: expect.stringContaining('overrides.memory.usage.limits') },
  });
  const own = { ...DEFAULT_SETTINGS, overrides: inverted };
  const next = { ...inverted, 'cpu.temperature': { ...stamp, required: false } };
  expect(check({ overrides: next }, NO_POLICY, own)).toMatchObject({ ok: true });
});

test('a probe target must be one', () => {
  expect(check({ probeTarget: 'no such: thing' })).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  expect(check({ probeTarget: ' 127.0.0.1:7 ' })).toEqual({
    ok: true,
    value: { probeTarget: '127.0.0.1:7' },
  });
  expect(check({ probeTarget: '' })).toEqual({ ok: true, value: { probeTarget: '' } });
});
