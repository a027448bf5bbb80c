import { expect, test, vi } from 'vitest';
import { offerOnAir } from '../../../src/main/app/on-air-offer.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';
import { reading, shippedIndex } from '../../support/profile.js';

function setUp(running: readonly string[]) {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  const list = running.map((name) => ({ name, value: 0, unit: '%' as const }));
  const programs = vi.fn(() => Promise.resolve(list));
  offerOnAir({ monitor, source: { programs }, settings: { current: DEFAULT_SETTINGS } });
  let at = 1_767_600_000_000;
  const camera = async (inUse: number): Promise<void> => {
    at += 10_000;
    monitor.take([reading('camera.inUse', inUse, at)], at);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { monitor, programs, camera, offer: () => monitor.situation.current.offer };
}

test('streaming software with the camera in use is an offer, once, and never more than that', async () => {
  const { monitor, programs, camera, offer } = setUp(['explorer', 'obs64.exe']);
  await camera(0);
  expect(programs).not.toHaveBeenCalled();
  await camera(1);
  await camera(1);
  expect(programs).toHaveBeenCalledExactlyOnceWith('names');
  expect(offer()).toBe('obs64.exe');
  expect(monitor.situation.current.onAir).toBe(false);
  monitor.situation.set({ offer: null });
  await camera(1);
  expect(offer()).toBeNull();
});

test('a camera that is let go takes the offer back, and being on air answers it', async () => {
  const { monitor, camera, offer } = setUp(['obs']);
  await camera(1);
  await camera(0);
  expect(offer()).toBeNull();
  await camera(1);
  monitor.situation.set({ onAir: true });
  expect(offer()).toBeNull();
});

test('another program with a camera is no offer', async () => {
  const { camera, offer } = setUp(['meeting', 'obsidian']);
  await camera(1);
  expect(offer()).toBeNull();
});
