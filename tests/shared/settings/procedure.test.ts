import { describe, expect, it } from 'vitest';
import { stationProcedure } from '../../../src/shared/settings/procedure.js';
import { settingsSchema } from '../../../src/shared/settings/schema.js';
import { shippedProfile } from '../../support/profile.js';

const profile = shippedProfile();

describe('stationProcedure', () => {
  it('takes what IT changed and accepted', () => {
    const { index, accepted, problem } = stationProcedure(
      profile,
      settingsSchema.parse({
        overrides: { 'memory.usage': { by: 'IT', at: 1, required: false } },
        accepted: { 'cpu.temperature': { by: 'IT', at: 1, reason: 'virtual machine' } },
      }),
    );
    expect(problem).toBeUndefined();
    expect(accepted).toEqual(['cpu.temperature']);
    expect(index.required).not.toContain('memory.usage');
  });

  it('stands unchanged where the changes contradict each other, and says why', () => {
    const settings = settingsSchema.parse({
      overrides: { 'memory.usage': { by: 'IT', at: 1, limits: { 'fault.above': { value: 50 } } } },
    });
    const { index, problem } = stationProcedure(profile, settings);
    expect(problem).toMatch(/limits/);
    expect(index.profile).toBe(profile);
  });
});
