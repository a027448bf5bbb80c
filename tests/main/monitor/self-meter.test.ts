import { expect, test } from 'vitest';
import { CPU_LIMIT, MEMORY_LIMIT } from '../../../src/main/monitor/self-guard.js';
import { type PageCost, SelfMeter } from '../../../src/main/monitor/self-meter.js';
import { parseReading } from '../../../src/shared/metrics/reading.js';
import { reading, shippedIndex } from '../../support/profile.js';

const AT = 1_767_600_000_000;

function setUp() {
  const now = { clock: 0, cpuMs: 500, pages: null as PageCost | null };
  const meter = new SelfMeter({ clock: () => now.clock, cpuMs: () => now.cpuMs, pages: () => now.pages });
  const told = (at = AT) => {
    const found = meter.beside([{ ...reading('self.cpu', 1, at), instance: 'sampler' }]);
    for (const one of found) expect(parseReading(one)).toBe(one);
    return Object.fromEntries(
      found.map(({ metric, instance, value, missing }) => [`${metric} ${instance}`, value ?? missing]),
    );
  };
  return { now, meter, told };
}

test('main is measured when the sampler tells of itself, and at no other time', () => {
  const { meter, told } = setUp();
  expect(meter.beside([reading('cpu.load', 5, AT)])).toEqual([]);
  expect(told()).toMatchObject({ 'self.cpu main': 'warming-up', 'self.delay main': 'warming-up' });
});

test('processor time is that since the look before; two looks at once are one', () => {
  const { now, told } = setUp();
  told();
  Object.assign(now, { clock: 10_000, cpuMs: 700 });
  expect(told()['self.cpu main']).toBeCloseTo(2);
  now.clock += 5;
  expect(told()).toEqual({});
  Object.assign(now, { clock: 20_000, cpuMs: 800 });
  expect(told()['self.cpu main']).toBeCloseTo(1);
});

test('the delay is the longest wait of a message since the look before', () => {
  const { now, meter, told } = setUp();
  for (const wait of [3, 250, 7, undefined]) meter.noteArrival(wait === undefined ? wait : now.clock - wait);
  expect(told()['self.delay main']).toBe(250);
  now.clock = 10_000;
  expect(told()['self.delay main']).toBe('warming-up');
});

test('pages are told of while they are open; the last one is said to be gone, once', () => {
  const { now, told } = setUp();
  const look = () => {
    now.clock += 10_000;
    const all = told();
    return [all['self.cpu page'], all['self.memory page']];
  };
  expect(look()).toEqual([undefined, undefined]);
  now.pages = { cpu: null, memory: 90e6 };
  expect(look()).toEqual(['warming-up', 90e6]);
  now.pages = { cpu: 3, memory: 95e6 };
  expect(look()).toEqual([3, 95e6]);
  now.pages = null;
  expect(look()).toEqual(['not-present', 'not-present']);
  expect(look()).toEqual([undefined, undefined]);
});

test('the program helps itself at the limits of the shipped procedure, before their hold is over', () => {
  const index = shippedIndex();
  const limitOf = (metric: 'self.cpu' | 'self.memory') =>
    index.ruleFor(metric, 'sampler')?.rule.limits.find(({ severity }) => severity === 'warning')?.value;
  expect([limitOf('self.cpu'), limitOf('self.memory')]).toEqual([CPU_LIMIT, MEMORY_LIMIT]);
  // Drawing a preview is dear, and whoever opened the page sees it.
  expect(index.ruleFor('self.cpu', 'page')?.rule.limits).toEqual([]);
});
