import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, makeUserData, ROOT, type RunningApp, windowCount } from './support/app.js';
import { writePast } from './support/past.js';

/** The history of a station with a past, at its last 30 days. */
async function openPast(language: string): Promise<{ running: RunningApp; page: Page; folder: string }> {
  const folder = makeUserData();
  writePast(folder, 30);
  const running = await launch([`--lang=${language}`], folder);
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await page.locator('nav [data-view=history]').click();
  await page.locator('main select').first().selectOption('cpu.temperature');
  await page.locator('fieldset button').nth(4).click();
  await page.locator('[data-record]').nth(1).waitFor();
  return { running, page, folder };
}

/** Main's next dialogs answer with this file; null: cancelled. */
async function answerWith({ app }: RunningApp, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, file);
}

const text = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', timeout: 20_000 });

test('what is shown becomes a file: the curves, the list as it is filtered; and where it can’t be, that is said', async () => {
  const { running, page, folder } = await openPast('zh-CN');
  const state = page.locator('[data-saving]');
  const curve = join(folder, 'curve.csv');
  await answerWith(running, null);
  await page.locator('[data-export="csv"]').first().click();
  await answerWith(running, curve);
  await page.locator('[data-export="csv"]').first().click();
  await state.getByText('已保存').waitFor();
  const csv = readFileSync(curve, 'utf8');
  expect(csv).toMatch(/^\uFEFF"时间","UTC 时间"/);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines.length).toBeGreaterThan(1_000);
  expect(lines[1]).toMatch(/"CPU 温度","cpu\.temperature",,"°C","每分钟",\d+,[\d.]+,[\d.]+,[\d.]+,\d+,0,/);

  const list = join(folder, 'list.json');
  await answerWith(running, list);
  await page.locator('main select').nth(3).selectOption('fault');
  await page.locator('[data-export="json"]').nth(1).click();
  await expect.poll(() => state.getByText('已保存').count()).toBe(2);
  const { query, incidents } = JSON.parse(readFileSync(list, 'utf8'));
  expect(query.severity).toBe('fault');
  expect(incidents.map(({ id }: { id: string }) => id)).toEqual(['cpu.temperature@yesterday']);

  await answerWith(running, join(folder, 'no such folder', 'x.csv'));
  await page.locator('[data-export="csv"]').nth(1).click();
  await page.locator('[data-saving="failed"]').waitFor();
});

test('an incident of yesterday is opened, resolved, and printed with all that is known of it', async () => {
  const { running, page, folder } = await openPast('zh-CN');
  await page.locator('[data-record="cpu.temperature@yesterday"] button').first().click();
  const details = page.locator('dialog[open]');
  await details.locator('input[type="text"]').fill('值班 Bo');
  await details.locator('input[type="text"]').press('Enter');
  await details.getByRole('button', { name: '标记为已解决…' }).click();
  await details.locator('form input').first().fill('散热口积灰');
  await details.locator('form button[type="submit"]').click();
  await details.locator('[data-handling="resolved"]').getByText('散热口积灰').waitFor();

  const file = join(folder, '报告.pdf');
  await answerWith(running, file);
  await details.getByTestId('save-report').click();
  await details.locator('[data-saving="saved"]').waitFor({ timeout: 30_000 });
  const chinese = text(file);
  for (const part of [
    '事件报告',
    'CPU 温度过高',
    '93.5 °C',
    '达到或高于 85 °C',
    '散热口积灰',
    '值班 Ann',
    '值班 Bo',
    '标记为已解决',
    'encoder',
    '工位和设备',
    '弹窗提醒',
  ])
    expect(chinese, part).toContain(part);
  expect(await windowCount(running)).toBe(1);
  // Chromium keeps one zoom for all pages of an origin.
  expect(await page.evaluate(() => devicePixelRatio)).toBe(1);
  const pictures = join(ROOT, 'test-results', 'report');
  mkdirSync(pictures, { recursive: true });
  execFileSync('pdftoppm', ['-r', '110', '-png', file, join(pictures, 'zh-CN')], { timeout: 20_000 });

  await page.keyboard.press('Escape');
  await page.locator('[data-record="cpu.temperature@yesterday"]').getByText('已解决').waitFor();
  await page.evaluate(() => window.onair.invoke('settings:update', { language: 'en', theme: 'dark' }));
  const english = join(folder, 'report.pdf');
  await answerWith(running, english);
  await page.locator('[data-record="cpu.temperature@yesterday"] [data-testid="row-report"]').click();
  await page.locator('[data-record] [data-saving="saved"]').waitFor({ timeout: 30_000 });
  expect(text(english)).toMatch(/Incident report[\s\S]*CPU too hot[\s\S]*Marked as resolved +值班 Bo/);
  execFileSync('pdftoppm', ['-r', '70', '-png', english, join(pictures, 'en')], { timeout: 20_000 });
});
