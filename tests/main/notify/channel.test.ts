import { expect, test } from 'vitest';
import { channelNow, chooseChannel } from '../../../src/main/notify/channel.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';

const NOON = new Date(2026, 0, 5, 12);
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
  expect(roles.map((role) => chooseChannel({ popups, role, onAir, quiet: false, muted: false }))).toEqual(
    expected,
  );
  for (const role of roles) {
    expect(chooseChannel({ popups, role, onAir, quiet: false, muted: true })).toBe('nothing');
    expect(chooseChannel({ popups, role, onAir, quiet: true, muted: false })).toBe('badge');
  }
});

test('as shipped, popups come until the station is on air', () => {
  expect(channelNow(DEFAULT_SETTINGS, { onAir: false, mutedUntil: null, offer: null }, NOON)).toBe('popup');
  expect(channelNow(DEFAULT_SETTINGS, { onAir: true, mutedUntil: null, offer: null }, NOON)).toBe('badge');
  expect(channelNow(DEFAULT_SETTINGS, { onAir: false, mutedUntil: 1, offer: null }, NOON)).toBe('nothing');
});

test('quiet hours choose the badge', () => {
  const settings = { ...DEFAULT_SETTINGS, quietHours: { from: '11:30', to: '13:00' } };
  expect(channelNow(settings, { onAir: false, mutedUntil: null, offer: null }, NOON)).toBe('badge');
});
