import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { switches, collectGarbage, setCompiling } = vi.hoisted(() => ({
  switches: new Map<string, string>(),
  collectGarbage: vi.fn(),
  setCompiling: vi.fn(),
}));
vi.mock('electron', () => ({
  app: {
    commandLine: {
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      appendSwitch: (name: string, value: string) => void switches.set(name, value),
    },
  },
}));
vi.mock('../../../src/main/sampler/tidy.js', () => ({ collectGarbage, STARTED_MS: 20_000 }));
vi.mock('../../../src/main/sampler/engine.js', () => ({ setCompiling }));

const { spareChromium, Tidier } = await import('../../../src/main/app/spare.js');

beforeEach(() => {
  switches.clear();
  collectGarbage.mockClear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const features = (): string[] => switches.get('enable-features')?.split(',') ?? [];

test('features that somebody else asked for stay on', () => {
  switches.set('enable-features', 'Other');
  spareChromium('linux');
  expect(features()).toEqual([
    'Other',
    'PartitionAllocMemoryReclaimer:interval/60s',
    'NetworkServiceInProcess2',
  ]);
});

test.each(['win32', 'darwin'] as const)(
  'on %s the network keeps its process, which is a sandbox there',
  (platform) => {
    spareChromium(platform);
    expect(features()).toEqual(['PartitionAllocMemoryReclaimer:interval/60s']);
  },
);

test('memory is given back once after the start, and once after the last page is gone', () => {
  const tidier = new Tidier();
  tidier.started();
  vi.advanceTimersByTime(20_000);
  expect(collectGarbage).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_600_000);
  expect(collectGarbage).toHaveBeenCalledTimes(1);
  tidier.closed();
  tidier.closed();
  vi.advanceTimersByTime(5_000);
  expect(collectGarbage).toHaveBeenCalledTimes(2);
});

test('nothing is translated into machine code but while a page is open', () => {
  const tidier = new Tidier();
  tidier.started();
  expect(setCompiling).toHaveBeenLastCalledWith(false);
  tidier.opened();
  expect(setCompiling).toHaveBeenLastCalledWith(true);
  tidier.closed();
  expect(setCompiling).toHaveBeenLastCalledWith(false);
});
