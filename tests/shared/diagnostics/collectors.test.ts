import { expect, test } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import {
  byTrouble,
  collectorName,
  collectorWords,
  conditionOf,
  errorWords,
} from '../../../src/shared/diagnostics/collectors.js';
import { costWords } from '../../../src/shared/diagnostics/program.js';
import { collector, diagnostics, failing } from '../../support/diagnostics.js';

const zh = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;
const en = { t: createTranslator('en'), language: 'en' } as const;

test.each([
  [{}, 'fine'],
  [{ state: 'running' }, 'fine'],
  [{ state: 'backing-off' }, 'backing-off'],
  [{ state: 'quarantined' }, 'quarantined'],
  [{ runs: 0, successes: 0 }, 'waiting'],
  [{ runs: 2, successes: 0, noData: 2 }, 'waiting'],
  [{ runs: 9, successes: 0, noData: 9 }, 'no-data'],
  [{ runs: 1, successes: 0, noData: 1, periodMs: 600_000 }, 'no-data'],
  [{ runs: 1, successes: 0, noData: 0, periodMs: 600_000 }, 'waiting'],
] as const)('%j is %s', (more, condition) => expect(conditionOf(collector(more))).toBe(condition));

test('the troubled come first', () => {
  const all = [
    collector({ id: 'a' }),
    collector({ id: 'b', failures: 2 }),
    collector({ id: 'c', successes: 0, noData: 30 }),
    collector({ id: 'd', state: 'quarantined' }),
    failing,
  ];
  expect(byTrouble(all).map(({ id }) => id)).toEqual(['d', 'linux.cameras', 'c', 'b', 'a']);
});

test('a collector in words', () => {
  const words = collectorWords(failing, zh);
  expect(words).toMatchObject({
    condition: '连续失败，已放慢重试',
    period: '每 2 秒',
    counts: '有值 0 · 无数据 0 · 失败 5',
  });
  expect(words.error).toMatch(/^\d\d:\d\d:30 失败：权限不够$/);
  expect(words.last).toMatch(/^上次 \d\d:\d\d:31，用时 0.3 毫秒$/);
  const fresh = collector({ lastStartedAt: null, nextRunAt: null, periodMs: 120_000 });
  expect(collectorWords(fresh, en)).toMatchObject({
    last: undefined,
    next: undefined,
    period: 'every 2 min',
  });
});

test('names, and what errors mean', () => {
  expect(collectorName('linux.cpu-temperature', zh.t)).toBe('CPU 温度');
  expect(collectorName('si.power', en.t)).toBe('Power and battery');
  expect(collectorName('something.new', en.t)).toBe('something.new');
  expect(errorWords('no answer within 5000 ms', en.t)).toBe('no answer within 5000 ms');
  expect(errorWords('ENOENT: no such file or directory', en.t)).toBe('device or file not found');
  expect(errorWords('EIO: i/o error, read', zh.t)).toBe('设备没有正常应答');
  expect(errorWords('?', zh.t)).toBe('读取出错');
});

test('costs in order, with their sum, which waits for the first figure of each', () => {
  const { costs } = diagnostics();
  expect(costWords(costs, en).map(({ name, cpu, memory }) => [name, cpu, memory])).toEqual([
    ['Main', '1.3%', '120 MB'],
    ['Sampler', '0.5%', '60 MB'],
    ['Total', '1.8%', '180 MB'],
  ]);
  const first = costs.map((one) => ({ ...one, cpu: null }));
  expect(costWords(first, en).map(({ cpu }) => cpu)).toEqual(['measuring', 'measuring', 'measuring']);
});
