import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { followPower, keepQuiet } from '../../../src/main/app/power.js';
import { SituationKeeper } from '../../../src/main/monitor/situation.js';
import type { Source } from '../../../src/main/monitor/source.js';

const power = vi.hoisted(() => ({ monitor: null as unknown as EventEmitter, onBattery: false }));
vi.mock('electron', () => ({
  powerMonitor: {
    on: (name: string, listener: () => void) => power.monitor.on(name, listener),
    isOnBatteryPower: () => power.onBattery,
  },
}));

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let told: string[];
const source = {
  suspend: () => told.push('suspend'),
  resume: () => told.push('resume'),
  setQuiet: (quiet: boolean) => told.push(quiet ? 'quiet' : 'free'),
} as unknown as Source;

beforeEach(() => {
  power.monitor = new EventEmitter();
  power.onBattery = false;
  told = [];
});

test('the source sleeps and wakes with the machine', () => {
  followPower(source, log);
  for (const event of ['suspend', 'resume']) power.monitor.emit(event);
  expect(told).toEqual(['suspend', 'resume']);
});

test('dear collectors wait on air and on battery, and go on when neither is so', () => {
  const situation = new SituationKeeper();
  keepQuiet(source, situation);
  const onBattery = (is: boolean): void => {
    power.onBattery = is;
    power.monitor.emit(is ? 'on-battery' : 'on-ac');
  };
  situation.set({ onAir: true });
  onBattery(true);
  situation.set({ onAir: false });
  onBattery(false);
  expect(told).toEqual(['free', 'quiet', 'quiet', 'quiet', 'free']);
});

test('a program that is started on battery is quiet from the start', () => {
  power.onBattery = true;
  keepQuiet(source, new SituationKeeper());
  expect(told).toEqual(['quiet']);
});
