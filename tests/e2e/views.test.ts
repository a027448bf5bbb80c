import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, ROOT } from './support/app.js';

const PICTURES = join(ROOT, 'test-results');

test.each([
  ['zh-CN', '开播卫士', 1180, 760],
  ['en', 'OnAir Sentry', 1180, 760],
  ['zh-CN', '开播卫士', 860, 560],
] as const)('the dashboard in %s (%s) at %i × %i', async (language, title, width, height) => {
  mkdirSync(PICTURES, { recursive: true });
  const running = await launch();
  const page = await running.page();
  await page.evaluate((wish) => window.onair.invoke('settings:update', { language: wish }), language);
  await running.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.waitForSelector('[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])');
  expect(await page.locator('[data-part]').count()).toBe(8);
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()),
  ).toBe(title);
  await page.screenshot({ path: join(PICTURES, `dashboard-${language}-${width}.png`) });
});
