import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, makeUserData, ROOT, type RunningApp } from './support/app.js';
import { until } from './support/wait.js';

const PICTURES = join(ROOT, 'test-results');

async function openSettings(running: RunningApp): Promise<Page> {
  const page = await running.page();
  await page.locator('nav [data-view=settings]').click();
  await page.waitForSelector('#settings [data-rules="memory"]');
  return page;
}

const stored = ({ userData }: RunningApp) =>
  JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'));

test('theme, tick and start at login take effect without a restart', async () => {
  const config = makeUserData();
  const running = await launch([], makeUserData(), { XDG_CONFIG_HOME: config });
  const page = await openSettings(running);
  await page.getByLabel('外观').selectOption('dark');
  await until('dark colours', () =>
    running.app
      .evaluate(({ nativeTheme, BrowserWindow }) => [
        nativeTheme.shouldUseDarkColors,
        BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
      ])
      .then(([dark, colour]) => dark === true && colour === '#0b0f15'),
  );

  await page.getByLabel('采样间隔').selectOption('1');
  await page.getByText('每 1 秒采样一次').waitFor();
  const times = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        window.onair.subscribe('monitor:update', ({ at }) => {
          if (seen.at(-1) !== at) seen.push(at);
          if (seen.length === 6) resolve(seen);
        });
      }),
  );
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(8_000);

  await page.getByLabel('工位名称').fill('三号直播间');
  await page.getByLabel('工位名称').press('Enter');
  await page.locator('header').getByText('三号直播间').waitFor();

  if (process.platform === 'linux') {
    const entry = join(config, 'autostart', 'onair-sentry.desktop');
    await page.getByLabel('登录后自动启动').check();
    await until('the autostart entry', () => stored(running).startAtLogin === true);
    expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.*--user-data-dir=.* --hidden$/m);
    await page.getByLabel('登录后自动启动').uncheck();
    await until('no autostart entry', () => stored(running).startAtLogin === false);
    expect(() => readFileSync(entry)).toThrow();
  }
  expect(stored(running)).toMatchObject({ theme: 'dark', tickSeconds: 1, stationName: '三号直播间' });
});

test('a target that is none is refused beside the field', async () => {
  const running = await launch();
  const page = await openSettings(running);
  const field = page.getByLabel('网络探测目标');
  await field.fill('not a host');
  await field.press('Enter');
  await page.getByText('这不是主机名或地址').waitFor();
  expect(await field.inputValue()).toBe('not a host');
  await field.fill('127.0.0.1');
  await field.press('Enter');
  await until('it is stored', () => stored(running).probeTarget === '127.0.0.1');
  expect(await page.getByText('这不是主机名或地址').count()).toBe(0);
});

test('a limit that was changed judges at once, can be taken back, and may not contradict another', async () => {
  const running = await launch();
  const page = await openSettings(running);
  await page.locator('[data-rules="memory"] summary').click();
  const rule = page.locator('[data-rule="memory.usage"]');
  const warning = rule.locator('[data-limit="warning.above"] input');
  expect(await warning.isDisabled()).toBe(true);
  await page.getByLabel('改动人').first().fill('值班');
  await page.getByLabel('改动人').first().press('Tab');
  await warning.fill('99');
  await warning.press('Enter');
  await rule.getByText('故障限值要比警告限值更严重').waitFor();
  expect(stored(running).overrides ?? {}).toEqual({});

  await warning.fill('0.5');
  await warning.press('Enter');
  await rule.getByText('规程：80%').waitFor();
  await rule.getByText(/值班 改于/).waitFor();
  const judgement = () =>
    page.evaluate(async () => {
      const state = await window.onair.invoke('monitor:snapshot', undefined);
      return state.ok ? state.value.parts.find((part) => part.part === 'memory')?.judgement : undefined;
    });
  await until('a warning', judgement, (seen) => seen === 'warning');
  expect(stored(running).overrides).toMatchObject({
    'memory.usage': { by: '值班', limits: { 'warning.above': { value: 0.5 } } },
  });
  await page.screenshot({ path: join(PICTURES, 'settings-rule.png') });

  await page.getByRole('button', { name: '全部恢复规程值' }).click();
  await until('the procedure', judgement, (seen) => seen !== 'warning');
  await page.getByRole('button', { name: '撤销' }).click();
  await until('the change again', judgement, (seen) => seen === 'warning');
});

test('settings travel in a file, and an import can be undone', async () => {
  const running = await launch();
  const page = await openSettings(running);
  const file = join(running.userData, 'carried.json');
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: '导出设置' }).click();
  await page.getByText('已导出').waitFor();
  const carried = JSON.parse(readFileSync(file, 'utf8'));
  expect(carried).toMatchObject({ schema: 1, tickSeconds: 2 });
  expect(carried).not.toHaveProperty('setUp');
  expect(carried).not.toHaveProperty('toldAboutTray');

  writeFileSync(file, JSON.stringify({ schema: 1, tickSeconds: 7 }));
  await page.getByRole('button', { name: '导入设置' }).click();
  await page.getByText('每 7 秒采样一次').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('每 2 秒采样一次').waitFor();

  writeFileSync(file, '{"schema": 1, "tickSeconds": "often"}');
  await page.getByRole('button', { name: '导入设置' }).click();
  await page.getByText(/没有导入，设置没变.*tickSeconds/).waitFor();
});

test('the set-up lies over a dashboard that works, and comes once', async () => {
  mkdirSync(PICTURES, { recursive: true });
  const userData = makeUserData({ firstRun: true });
  const first = await launch([], userData);
  const page = await first.page();
  await page.waitForSelector('[data-testid="set-up"]');
  expect(await page.locator('[data-part]').count()).toBe(8);
  await page.screenshot({ path: join(PICTURES, 'set-up.png') });
  await page.getByLabel('谁在用这个工位').selectOption('presenter');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-testid="set-up"]', { state: 'detached' });
  await until('it is noted', () => stored(first).setUp === true);
  expect(stored(first).role).toBe('presenter');
  await first.app.close();

  const second = await launch([], userData);
  const again = await second.page();
  await again.waitForSelector('[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])');
  expect(await again.locator('[data-testid="set-up"]').count()).toBe(0);
});

test.each([
  ['zh-CN', 'light', 1180, 760],
  ['zh-CN', 'dark', 860, 560],
  ['en', 'light', 860, 560],
  ['en', 'dark', 1180, 760],
] as const)('pictures in %s, %s, %i × %i', async (language, theme, width, height) => {
  mkdirSync(PICTURES, { recursive: true });
  const userData = makeUserData({ firstRun: true });
  const running = await launch([], userData);
  const page = await running.page();
  await page.evaluate((wish) => window.onair.invoke('settings:update', wish), { language, theme });
  await running.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  // The driver pretends a light system unless it is told not to.
  await page.emulateMedia({ colorScheme: null });
  const name = `${language}-${theme}-${width}`;
  const shoot = (what: string) => page.screenshot({ path: join(PICTURES, `${what}-${name}.png`) });
  await page.waitForSelector('[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])');
  await shoot('set-up');
  await page.keyboard.press('Escape');
  await openSettings(running);
  await shoot('settings-top');
  await page
    .getByLabel(language === 'en' ? 'Changed by' : '改动人')
    .first()
    .fill('IT');
  await page.locator('[data-rules="computer"] summary').click();
  await page.locator('[data-rules="computer"]').scrollIntoViewIfNeeded();
  await shoot('settings-rules');
  await page.locator('[data-rules="power"] summary').click();
  await page.locator('[data-rule="power.ac"]').scrollIntoViewIfNeeded();
  await page.locator('[data-rule="power.battery"]').scrollIntoViewIfNeeded();
  await shoot('settings-power');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await shoot('settings-end');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
