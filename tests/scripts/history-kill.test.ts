import { expect, test } from 'vitest';
import { killHistory } from '../../scripts/soak/history-kill.mjs';

test('a program killed at 20 moments loses no incident and no record of a check that was on disk, doubles none, and breaks no chain', async () => {
  const { incidents, checks, ...wrong } = await killHistory(20);
  expect(incidents).toBeGreaterThan(20);
  expect(checks).toBeGreaterThan(20);
  expect(wrong).toEqual({ kills: 20, lost: [], doubled: [], missing: [], broken: [], integrity: 'ok' });
}, 120_000);
