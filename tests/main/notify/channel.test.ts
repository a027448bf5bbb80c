import { expect, test } from 'vitest';
import { channelNow, chooseChannel } from '../../../src/main/notify/channel.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';

const roles = ['presenter', 'it', 'both'] as const;

test.each([
  // popups, on air → for presenter, IT, both
  ['always', false, ['popup', 'popup', 'popup']],
  ['always', true, ['badge', 'popup', 'popup']],
  ['not-on-air', false, ['popup', 'popup', 'popup']],
  ['not-on-air', true, ['badge', 'badge', 'badge']],
  ['never', false, ['badge', 'badge', 'badge']],
  ['never', true, ['badge', 'badge', 'badge']],
] as const)('popups %s, on air: %s → %j', (popups, onAir, expected) => {
  expect(roles.map((role) => chooseChannel({ popups, role, onAir, muted: false }))).toEqual(expected);
  for (const role of roles) expect(chooseChannel({ popups, role, onAir, muted: true })).toBe('nothing');
});

test('as shipped, popups come until the station is on air', () => {
  expect(channelNow(DEFAULT_SETTINGS, { onAir: false, mutedUntil: null })).toBe('popup');
  expect(channelNow(DEFAULT_SETTINGS, { onAir: true, mutedUntil: null })).toBe('badge');
  expect(channelNow(DEFAULT_SETTINGS, { onAir: false, mutedUntil: 1 })).toBe('nothing');
});
