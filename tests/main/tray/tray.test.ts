import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { findTrayHost } from '../../../src/main/tray/host.js';
import { trayIconPath } from '../../../src/main/tray/icon.js';
import { trayFacts, trayView } from '../../../src/main/tray/view.js';
import { goStatus } from '../../../src/shared/precheck/go/status.js';
import { reading, shippedIndex } from '../../support/profile.js';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const START = 1_767_225_600_000;
const NO_GO = goStatus(null, [], START);
const zh = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;

describe('the view', () => {
  test('before the first reading', () => {
    const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
    expect(trayView({ ...monitor.look(), go: NO_GO }, 0, START, zh).tooltip).toBe(
      '开播卫士：正在读取本机状态',
    );
  });

  test('verdict, replay label and the worst parts first', () => {
    const monitor = new Monitor({
      index: shippedIndex(),
      mode: { kind: 'replay', name: 'day.jsonl', speed: 1 },
    });
    for (let tick = 0; tick < 30; tick++) {
      const at = START + tick * 2_000;
      monitor.take([reading('cpu.temperature', 92, at), reading('memory.usage', 85, at)], at);
    }
    const view = trayView({ ...monitor.look(), go: NO_GO }, 0, START, zh);
    expect(view.judgement).toBe('fault');
    expect(view.tooltip).toBe('开播卫士：先处理再开播：CPU 温度过高\n正在回放：day.jsonl');
    expect(view).toMatchObject({
      verdict: '先处理再开播：CPU 温度过高',
      verdictPart: 'computer',
      notes: ['正在回放：day.jsonl'],
      parts: [
        { part: 'computer', label: '电脑：故障' },
        { part: 'memory', label: '内存：警告' },
      ],
    });
  });
});

describe('the facts', () => {
  const facts = (load: number, ticks: number) => {
    const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'replay', name: 'x', speed: 1 } });
    for (let tick = 0; tick < ticks; tick++)
      monitor.take([reading('cpu.temperature', load, START + tick * 2_000)], START + tick * 2_000);
    return JSON.stringify(trayFacts(monitor.look()));
  };

  test('are the same for another value that is judged the same', () =>
    expect(facts(50, 30)).toBe(facts(51, 20)));
  test('change with a judgement, and with an incident', () => {
    expect(facts(92, 1)).not.toBe(facts(50, 1));
    expect(facts(92, 30)).not.toBe(facts(92, 1));
  });
});

test.each(['linux', 'win32', 'darwin'] as const)('every verdict has an icon on %s', (platform) => {
  const files = (['ok', 'warning', 'fault', 'unknown'] as const).map((verdict) =>
    trayIconPath(RESOURCES, platform, verdict),
  );
  expect(new Set(files).size).toBe(4);
  for (const file of files) {
    expect(existsSync(file), file).toBe(true);
    if (platform === 'darwin') expect(existsSync(file.replace('.png', '@2x.png'))).toBe(true);
  }
});

describe('the tray host', () => {
  test('is always there on Windows and macOS, without asking', async () => {
    const ask = vi.fn();
    expect(await findTrayHost('win32', ask)).toBe(true);
    expect(await findTrayHost('darwin', ask)).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  test.each([
    ['(true,)\n', true],
    ['(false,)\n', false],
    ['   boolean true\n', true],
    ['b false\n', false],
  ])('on Linux the bus says %j', async (answer, expected) => {
    expect(await findTrayHost('linux', async () => answer)).toBe(expected);
  });

  test('the next program is asked when one is not there; without any there is no tray', async () => {
    const ask = vi.fn(async (program: string) => (program === 'busctl' ? 'b true' : null));
    expect(await findTrayHost('linux', ask)).toBe(true);
    expect(ask.mock.calls.map(([program]) => program)).toEqual(['gdbus', 'dbus-send', 'busctl']);
    expect(await findTrayHost('linux', async () => null)).toBe(false);
  });
});
