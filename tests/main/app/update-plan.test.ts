import { expect, test } from 'vitest';
import { isLookDue, planUpdates } from '../../../src/main/app/update-plan.js';

const FEED = 'https://updates.example/onair/';
const WINDOWS = { packaged: true, platform: 'win32', appImage: undefined } as const;

test('without a feed there are no updates', () => {
  expect(planUpdates(undefined, WINDOWS)).toEqual({ on: false, reason: 'no-feed' });
});

test.each([
  'http://updates.example/',
  'file:///tmp/',
  'updates.example',
  '',
  'https://user:word@updates.example/',
  'https://updates.example/?channel=x',
])('%j is no feed', (feed) => {
  expect(planUpdates(feed, WINDOWS)).toEqual({ on: false, reason: 'bad-feed' });
});

test.each([
  ['win32', undefined, true],
  ['darwin', undefined, true],
  ['linux', '/opt/onair.AppImage', true],
  ['linux', undefined, false],
] as const)('on %s, AppImage %s: %s', (platform, appImage, on) => {
  const plan = planUpdates(FEED, { packaged: true, platform, appImage });
  expect(plan).toEqual(on ? { on: true, feed: FEED } : { on: false, reason: 'package-manager' });
});

test('a program run from its sources does not replace itself', () => {
  expect(planUpdates(FEED, { ...WINDOWS, packaged: false })).toEqual({ on: false, reason: 'not-packaged' });
});

test('it looks twice a day, and never on air', () => {
  const hour = 3600_000;
  expect(isLookDue(undefined, false)).toBe(true);
  expect(isLookDue(undefined, true)).toBe(false);
  expect(isLookDue(11 * hour, false)).toBe(false);
  expect(isLookDue(12 * hour, false)).toBe(true);
  expect(isLookDue(30 * hour, true)).toBe(false);
});
