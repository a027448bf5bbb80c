import { expect, test } from 'vitest';
import { diagnosticsText } from '../../../src/main/diagnostics/text.js';
import { createTranslator } from '../../../src/main/i18n.js';
import { redactor } from '../../../src/main/log/redact.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { diagnostics } from '../../support/diagnostics.js';
import { reading, shippedIndex } from '../../support/profile.js';

const zh = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;
const en = { t: createTranslator('en'), language: 'en' } as const;
const now = Date.UTC(2026, 10, 24, 6, 2, 31);

function sources() {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  monitor.take([reading('memory.usage', 50, now)], now);
  const state = monitor.look();
  return { state, stationName: 'Studio 3' };
}

test('one text with everything: state, what is missing, program, cost, collectors, log', () => {
  const text = diagnosticsText({ ...sources(), view: diagnostics() }, zh);
  for (const piece of [
    '开播卫士 诊断信息',
    '时间 2026-11-24T06:02:31.000Z',
    '工位 Studio 3',
    '必测但读不到：CPU 温度、',
    '版本: 0.1.0',
    'Electron 33.2.1 · Chromium 130.0.1 · Node 20.18.1',
    '合计  CPU 1.8%  180 MB',
    '摄像头 (linux.cameras): 连续失败，已放慢重试',
    "失败：权限不够 (EACCES: permission denied, open '/sys/x')",
    '2026-11-24T06:02:28.000Z error uncaught exception: Error: x\n    at y',
  ])
    expect(text).toContain(piece);
  expect(text.indexOf('linux.cameras')).toBeLessThan(text.indexOf('linux.memory'));
  expect(text).not.toMatch(/undefined|\{\{|NaN/);
});

test('in English, of a replay, and redacted', () => {
  const redact = redactor({ home: '/home/zhao.min', user: 'zhao.min', host: '' });
  const text = redact(diagnosticsText({ ...sources(), view: diagnostics({ collection: null }) }, en));
  expect(text).toContain('nothing is being collected');
  expect(text).toContain('Data folder: ~/.config/onair-sentry');
  expect(text).not.toMatch(/zhao|\p{Script=Han}/u);
});
