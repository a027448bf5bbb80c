import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CrashReports } from '../../../src/main/diagnostics/crash-reports.js';
import { redactor } from '../../../src/main/log/redact.js';

const AT = Date.UTC(2026, 10, 24, 6, 2, 31);

function setUp() {
  const base = mkdtempSync(join(tmpdir(), 'onair-crash-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, 'crash-reports');
  const redact = redactor({ home: '/home/zhao.min', user: 'zhao.min', host: 'zhao-pc' });
  return { folder, reports: new CrashReports({ folder, facts: ['OnAir Sentry 0.1.0'], redact }) };
}

test('before the first crash there is neither a report nor a folder', () => {
  const { folder, reports } = setUp();
  expect(reports.summary()).toEqual({ folder, count: 0, newest: null });
  expect(reports.texts()).toEqual({});
});

test('a report says what, when and of which program, and tells nobody whose machine it is', () => {
  const { folder, reports } = setUp();
  reports.write('uncaught exception', 'Error: no\n    at /home/zhao.min/app.js:1 (zhao-pc)', AT);
  expect(reports.summary()).toEqual({ folder, count: 1, newest: AT });
  const [text] = Object.values(reports.texts());
  expect(text).toMatch(/^uncaught exception\n2026-11-24T06:02:31.000Z\nOnAir Sentry 0.1.0\n\nError: no\n/);
  expect(text).not.toMatch(/zhao/);
});

test('only the newest are kept, and what else lies there is left alone', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { folder, reports } = setUp();
  reports.write('first', '', AT);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  for (let i = 1; i <= 30; i += 1) {
    vi.advanceTimersByTime(600_000);
    reports.write(`crash ${i}`, '', AT + i * 1_000);
  }
  expect(readdirSync(folder)).toContain('notes.txt');
  const texts = Object.values(reports.texts());
  expect(texts).toHaveLength(20);
  expect(texts[0]).toContain('crash 11');
  expect(reports.summary()).toMatchObject({ count: 20, newest: AT + 30_000 });
});

test('a defect that comes again and again does not fill the disk, nor does one where nothing can be written', () => {
  const { folder, reports } = setUp();
  writeFileSync(folder, 'a file where the folder should be');
  reports.write('crash', '', AT);
  rmSync(folder);
  for (let i = 0; i < 100; i += 1) reports.write('crash', '', AT + i);
  expect(reports.summary().count).toBe(4);
});
