import { describe, expect, it } from 'vitest';
import { applyPolicy, NO_POLICY, policySchema } from '../../../src/shared/settings/policy.js';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../src/shared/settings/schema.js';

const policy = policySchema.parse({
  schema: 1,
  settings: {
    tickSeconds: 5,
    probeTarget: '127.0.0.1:7',
    accepted: { 'cpu.temperature': { by: 'IT', at: 1, reason: 'virtual machine' } },
    overrides: { 'memory.usage': { by: 'IT', at: 1, required: false } },
  },
});

describe('applyPolicy', () => {
  it('no policy changes nothing', () => {
    expect(applyPolicy(DEFAULT_SETTINGS, NO_POLICY)).toEqual(DEFAULT_SETTINGS);
  });

  it('wins over the user, entry by entry for overrides and acceptances', () => {
    const user = settingsSchema.parse({
      tickSeconds: 1,
      overrides: {
        'memory.usage': { by: 'me', at: 2, required: true },
        'cpu.temperature': { by: 'me', at: 2 },
      },
    });
    const settings = applyPolicy(user, policy);
    expect(settings.tickSeconds).toBe(5);
    expect(settings.overrides['memory.usage']?.by).toBe('IT');
    expect(settings.overrides['cpu.temperature']?.by).toBe('me');
    expect(settings.accepted['cpu.temperature']?.reason).toBe('virtual machine');
  });

  it('refuses unknown settings and those a machine can not decide', () => {
    expect(policySchema.safeParse({ schema: 1, settings: { mood: 1 } }).success).toBe(false);
    expect(policySchema.safeParse({ schema: 1, settings: { toldAboutTray: true } }).success).toBe(false);
    expect(policySchema.safeParse({ schema: 1, settings: { tickSeconds: 0 } }).success).toBe(false);
    expect(policySchema.safeParse({ schema: 1, updateFeed: 'http://updates.example/' }).success).toBe(false);
  });
});

describe('settingsSchema', () => {
  it('fills what an older file does not have, and refuses what it does not know', () => {
    expect(settingsSchema.parse({ schema: 1, language: 'en' })).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'en',
    });
    expect(settingsSchema.safeParse({ schema: 1, mood: 'x' }).success).toBe(false);
  });
});
