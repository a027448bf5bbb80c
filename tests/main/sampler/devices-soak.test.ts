import { expect, it } from 'vitest';
import { soakDevices } from '../../bench/device-soak.js';
import { shippedProfileJson } from '../../support/profile.js';

/** An hour of ticks of 2 s; `npm run soak` takes a day of them. */
const HOUR = 1_800;
/** Generous: V8 has not settled in so short a time. */
const GROWTH_MB = 2;

it.runIf(process.platform === 'linux')(
  'an hour with devices coming and going leaves no handle, listener, file or memory behind',
  async () => {
    const { series, warm, end } = await soakDevices(HOUR, HOUR / 4, shippedProfileJson());
    // They did come and go: each round brings cameras, disks and microphones that were never there.
    expect(series).toBeGreaterThan(200);
    expect(end.heap - warm.heap).toBeLessThan(GROWTH_MB);
    expect([end.handles, end.files, end.listeners]).toEqual([warm.handles, warm.files, warm.listeners]);
  },
  120_000,
);
