import { expect, test, vi } from 'vitest';
import { watchSelf } from '../../../src/main/app/watch-self.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { reading, shippedIndex } from '../../support/profile.js';

function setUp(tickMs: number) {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  const source = { configure: vi.fn(), restart: vi.fn() };
  const notice = vi.fn();
  watchSelf({
    monitor,
    source,
    notice,
    configuration: () => ({ type: 'configure', tickMs, probeTarget: null }),
  });
  let at = 1_767_600_000_000;
  const cost = (
    metric: 'self.cpu' | 'self.memory',
    value: number,
    minutes: number,
    instance = 'sampler',
  ): void => {
    for (const end = at + minutes * 60_000; at <= end; at += 10_000)
      monitor.take([{ ...reading(metric, value, at), instance }], at);
  };
  return { source, notice, cost };
}

test('it samples at half the pace, then again, down to the slowest; each step is said', () => {
  const { source, notice, cost } = setUp(4_000);
  cost('self.cpu', 80, 5);
  expect(source.configure.mock.calls.map(([{ tickMs }]) => tickMs)).toEqual([8_000, 10_000]);
  expect(notice.mock.calls.map(([one]) => one)).toEqual([
    { code: 'slowed-down', detail: '8' },
    { code: 'slowed-down', detail: '10' },
  ]);
});

test('a sampler that has grown is replaced, and that is said', () => {
  const { source, notice, cost } = setUp(2_000);
  cost('self.memory', 900_000_000, 2);
  expect(source.restart).toHaveBeenCalledOnce();
  expect(notice).toHaveBeenCalledExactlyOnceWith({ code: 'sampler-too-big', detail: '900 MB' });
  expect(source.configure).not.toHaveBeenCalled();
});

test('what main costs counts, too, but not what a page costs', () => {
  const { source, cost } = setUp(2_000);
  for (const busy of ['page', 'main']) {
    expect(source.configure).not.toHaveBeenCalled();
    for (let tick = 0; tick < 12; tick += 1)
      for (const instance of ['sampler', 'main', 'page'])
        cost('self.cpu', instance === busy ? 25 : 1, 0, instance);
  }
  expect(source.configure).toHaveBeenCalled();
});
