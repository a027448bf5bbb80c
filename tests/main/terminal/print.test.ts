import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { printState } from '../../../src/main/terminal/print.js';
import { padText, textWidth } from '../../../src/main/terminal/width.js';
import type { Mode } from '../../../src/shared/ipc/contract.js';
import type { MetricId } from '../../../src/shared/metrics/dictionary.js';
import { reading, shippedIndex } from '../../support/profile.js';

const START = 1_767_225_600_000;
const REPLAY: Mode = { kind: 'replay', name: 't', speed: 1 };
const zh = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(mode: Mode) {
  const index = shippedIndex();
  const monitor = new Monitor({ index, mode });
  const lines: string[] = [];
  printState(
    monitor,
    index.required,
    () => zh,
    (line) => lines.push(line),
  );
  return { monitor, lines, required: index.required };
}

test('a Chinese character takes two columns', () => {
  expect(textWidth('CPU 温度')).toBe(8);
  expect(padText('内存', 6)).toBe('内存  ');
  expect(padText('内存', 2)).toBe('内存');
});

test('the columns are aligned', () => {
  const { monitor, lines } = setUp(REPLAY);
  monitor.take([reading('memory.usage', 50, START), reading('power.ac', 1, START)], START);
  const rows = (lines[0] ?? '').split('\n').filter((line) => /^[✓i!✗?] /.test(line));
  const memory = rows.find((row) => row.includes('内存')) ?? '';
  const power = rows.find((row) => row.includes('电源')) ?? '';
  expect(memory).toMatch(/^✓ 内存 .*内存已用 50%/);
  const column = (row: string, text: string) => textWidth(row.slice(0, row.indexOf(text)));
  expect(column(memory, '内存已用')).toBe(column(power, '外接电源'));
});

test('verdict changes and popups follow, one line each', () => {
  const { monitor, lines } = setUp(REPLAY);
  for (let tick = 0; tick < 40; tick++) {
    const at = START + tick * 2_000;
    monitor.take([reading('cpu.temperature', tick < 5 ? 60 : 92, at)], at);
  }
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^popup cpu\.temperature@1767225640000 fault CPU 温度过高$/);
  expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d ✗ 先处理再开播：CPU 温度过高$/);
});

test('live, the state is printed once every required metric was heard of', () => {
  const { monitor, lines, required } = setUp({ kind: 'live' });
  const all = (missing?: 'warming-up') =>
    required.map((metric: MetricId) =>
      reading(metric, null, Date.now(), { missing: missing ?? 'unsupported' }),
    );
  monitor.take(all().slice(1), Date.now());
  monitor.take(all('warming-up'), Date.now());
  expect(lines).toEqual([]);
  monitor.take(all(), Date.now());
  expect(lines).toHaveLength(1);
});

test('… or when that takes too long', () => {
  const { monitor, lines } = setUp({ kind: 'live' });
  monitor.take([], Date.now());
  vi.advanceTimersByTime(15_000);
  monitor.take([], Date.now());
  expect(lines).toHaveLength(1);
});
