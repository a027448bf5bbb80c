import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, ROOT } from './support/app.js';
import { axeProblems, layoutProblems, resize } from './support/look.js';

test('the history shows a curve with values, moves and zooms by keyboard, and fits small windows', async () => {
  const running = await launch(['--lang=en']);
  const page = await running.page();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await page.waitForTimeout(8_000);
  await page.locator('nav [data-view=history]').click();
  const chart = page.locator('[data-testid="history-chart"]');
  await chart.locator('canvas').waitFor({ timeout: 15_000 });
  const ranges = page.locator('fieldset button');
  await ranges.first().click();
  await page.waitForTimeout(500);
  await chart.focus();
  await page.keyboard.press('+');
  expect(await page.locator('fieldset button[aria-pressed="true"]').count()).toBe(0);
  await ranges.first().click();
  expect(await ranges.first().getAttribute('aria-pressed')).toBe('true');
  await page.waitForTimeout(500);
  await chart.hover();
  for (const [width, height] of [
    [1180, 760],
    [860, 560],
  ] as const) {
    await resize(page, { width, height, scale: 1 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(ROOT, 'test-results', `history-${width}.png`) });
    problems.push(...(await layoutProblems(page)));
  }
  problems.push(...(await axeProblems(page)));
  expect(problems).toEqual([]);
});
