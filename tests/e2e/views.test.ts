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

test('whoever wants no motion sees none: no spinner turns, no panel slides', async () => {
  const running = await launch();
  const page = await running.page();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () => page.evaluate(() => document.getAnimations().length);
  // In the first seconds every card waits for its values.
  await page.waitForSelector('[data-part]');
  expect(await moving()).toBe(0);
  await page.locator('[data-part="R1.c"] button').click();
  await page.waitForSelector('dialog[open]');
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.keyboard.press('Escape');
  await page.locator('[data-part="R1.d"] button').click();
  expect(
    await page.evaluate(
      () => getComputedStyle(document.querySelector('dialog') as Element).transitionDuration,
    ),
  ).not.toBe('0s');
});
