import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launch, makeUserData, ROOT, type RunningApp, windowCount } from './support/app.js';
import { axeProblems, layoutProblems, missingGlyphs, resize } from './support/look.js';
import { fine, hot, isPopupVisible, play, popupCount, popupGone, popupPage } from './support/popup.js';
import { type Values, writeQuickProfile } from './support/trace.js';
import { pressTray, trayMenuItem, trayTooltip } from './support/tray-menu.js';
import { until } from './support/wait.js';

const PICTURES = join(ROOT, 'test-results');
const onLinux = process.platform === 'linux';

const hidden = { switches: ['--hidden'] };
/** Too hot, short of memory, and without a network. */
const three = (second: number): Values => ({
  ...hot(second),
  'memory.usage': [second < 10 ? 50 : 86, '%'],
  'network.link': [second < 10 ? 1 : 0, 'bool'],
});
/** Too hot, and fine again after a while. */
const hotForAWhile = (second: number): Values => (second < 40 ? hot(second) : fine());

/** Changes what people tell the program about this moment, from inside it. */
const tell = (
  page: Awaited<ReturnType<RunningApp['page']>>,
  patch: { onAir?: boolean; muteMinutes?: number },
) => page.evaluate((args) => window.onair.invoke('situation:set', args), patch);

test('a fault comes up with everything that is known of it, and only as long as it is there', async () => {
  const running = await play(hotForAWhile, hidden);
  const page = await popupPage(running);
  const text = await page.locator('[data-incident]').innerText();
  for (const word of ['CPU 温度过高', '91', '达到或高于 85 °C', '电脑', '规程 R1.a', '已持续', '先做'])
    expect(text).toContain(word);
  expect(await page.getByTestId('replay-label').innerText()).toContain('回放');
  await page.getByText('已恢复').waitFor();
  expect(await page.getByText('已恢复').isVisible()).toBe(true);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, 'popup-recovered.png') });
  expect(await layoutProblems(page)).toEqual([]);
  await popupGone(running);
  expect(await windowCount(running)).toBe(0);
});

test('nothing is cut, covered, missing or hard to read, in both languages and themes', async () => {
  mkdirSync(PICTURES, { recursive: true });
  const running = await play(three);
  const main = await running.page();
  for (const language of ['zh-CN', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await main.evaluate((wish) => window.onair.invoke('settings:update', { language: wish }), language);
      const page = await popupPage(running);
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(
        (wish) =>
          document.documentElement.lang === wish && document.querySelectorAll('[data-incident]').length === 3,
        language,
      );
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      for (const scale of [1, 1.5, 2]) {
        await resize(page, { ...size, scale });
        expect(await layoutProblems(page)).toEqual([]);
      }
      expect(await axeProblems(page)).toEqual([]);
      expect(await missingGlyphs(page)).toEqual([]);
      await page.screenshot({ path: join(PICTURES, `popup-${language}-${colorScheme}.png`) });
    }
});

test('what comes again says why: it is back, or nobody acknowledged it; one cause is one entry', async () => {
  mkdirSync(PICTURES, { recursive: true });
  const running = await play((second) => ({
    ...hot(second),
    'memory.usage': [(second > 20 && second < 50) || second > 70 ? 86 : 50, '%'],
    'network.link': [second < 20 ? 1 : 0, 'bool'],
    'network.loss': [second < 20 ? 0 : 100, '%'],
  }));
  const main = await running.page();
  const set = (patch: object) => main.evaluate((wish) => window.onair.invoke('settings:update', wish), patch);
  expect((await set({ escalateMinutes: 1 })).ok).toBe(true);
  const page = await popupPage(running);
  const entry = (metric: string) => page.locator(`[data-incident^="${metric}@"]`);
  await entry('memory.usage').getByText('恢复后又出现').waitFor({ timeout: 40_000 });
  await entry('cpu.temperature').getByText('还没有人确认').waitFor({ timeout: 40_000 });
  await entry('network.link').locator('[data-related^="network.loss@"]').waitFor();
  expect(await entry('network.loss').count()).toBe(0);
  // Higher than the screen of the test, on which the list would have to be scrolled.
  await resize(page, { width: await page.evaluate(() => innerWidth), height: 1_000, scale: 1 });
  for (const language of ['zh-CN', 'en'] as const) {
    await set({ language });
    await page.waitForFunction((wish) => document.documentElement.lang === wish, language);
    expect(await layoutProblems(page)).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
    await page.screenshot({ path: join(PICTURES, `popup-again-${language}.png`) });
  }
}, 120_000);

test('several faults share one window, worst first, and can be acknowledged at once', async () => {
  const running = await play(three, hidden);
  const page = await popupPage(running);
  await page.getByText('共 3 项').waitFor();
  const headings = await page.locator('h2').allInnerTexts();
  expect(headings.map((text) => text.replace(/\s+/, ' '))).toEqual([
    '故障 CPU 温度过高',
    '故障 网络断开',
    '警告 内存占用过高',
  ]);
  expect([await popupCount(running), await windowCount(running)]).toEqual([1, 0]);
  await page.getByRole('button', { name: '知道了：CPU 温度过高' }).click();
  await page.getByText('共 2 项').waitFor();
  await page.getByRole('button', { name: '全部知道了' }).click();
  await popupGone(running);
});

test('200 faults at once are one window with a line that says so, and the overview has them all', async () => {
  mkdirSync(PICTURES, { recursive: true });
  const userData = makeUserData();
  const trace = join(userData, 'flood.jsonl');
  const profile = join(userData, 'quick.json');
  writeQuickProfile(profile, 4_000);
  const lines = Array.from({ length: 100 }, (_, tick) =>
    Array.from({ length: 200 }, (_, disk) =>
      JSON.stringify({
        at: 1_767_225_600_000 + tick * 2_000,
        metric: 'disk.smart',
        instance: `disk${disk}`,
        value: tick < 5 ? 1 : 0,
        unit: 'bool',
        source: 'trace',
      }),
    ),
  ).flat();
  writeFileSync(trace, `${lines.join('\n')}\n`);
  const running = await launch(
    [`--replay=${trace}`, '--replay-speed=4', `--profile=${profile}`, '--hidden'],
    userData,
  );
  const page = await popupPage(running);
  await page.getByText('这里没有列全').waitFor();
  expect([await popupCount(running), await windowCount(running)]).toEqual([1, 0]);
  expect(await page.locator('[data-incident]').count()).toBe(10);
  await page.screenshot({ path: join(PICTURES, 'popup-flood.png') });
  // The list scrolls, the page around it does not.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
    0,
  );
  // Higher than any screen: what is scrolled out of sight counts as covered otherwise.
  await resize(page, { width: await page.evaluate(() => innerWidth), height: 3_000, scale: 1 });
  expect(await layoutProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '打开总览查看' }).click();
  const main = await until('the main window', () =>
    running.app.windows().find((one) => one.url().endsWith('/index.html')),
  );
  await until(
    'all of them',
    async () => main?.locator('[data-incident]').count(),
    (count) => count === 200,
  );
});

test.runIf(onLinux)('nobody loses the keyboard to it', async () => {
  const running = await play(hot);
  const main = await running.page();
  await main.waitForSelector('[data-testid="station-verdict"]');
  const before = await until('a focused window', activeWindow);
  await popupPage(running);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(activeWindow()).toBe(before);
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle()),
  ).toBe('开播卫士');
});

test('it is left out of screen captures, above the rest, without the powers of a program', async () => {
  const running = await play(fine);
  const main = await running.page();
  await running.app.evaluate(({ BrowserWindow }) => {
    const { prototype } = BrowserWindow;
    const real = prototype.setContentProtection;
    prototype.setContentProtection = function (enable) {
      (globalThis as { protectedWith?: unknown }).protectedWith = enable;
      real.call(this, enable);
    };
  });
  await main.evaluate(() => window.onair.invoke('popup:test', undefined));
  const page = await popupPage(running);
  await page.getByText('测试', { exact: true }).waitFor();
  expect(await running.app.evaluate(() => (globalThis as { protectedWith?: unknown }).protectedWith)).toBe(
    true,
  );
  const facts = await running.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/popup.html'),
    );
    return { onTop: window?.isAlwaysOnTop(), resizable: window?.isResizable() };
  });
  expect(facts).toEqual({ onTop: true, resizable: false });
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  await page.getByRole('button', { name: /^知道了/ }).click();
  await popupGone(running);
  expect(await windowCount(running)).toBe(1);
});

test('its buttons: later, open, and put away by key', async () => {
  const running = await play(three, hidden);
  const page = await popupPage(running);
  await page.getByText('共 3 项').waitFor();
  await page.getByRole('button', { name: '10 分钟后再提醒：CPU 温度过高' }).click();
  await page.getByText('共 2 项').waitFor();
  await page.getByRole('button', { name: '处置步骤：内存占用过高' }).click();
  const main = await until('the main window', () =>
    running.app.windows().find((one) => one.url().endsWith('/index.html')),
  );
  await main?.getByRole('dialog', { name: '内存' }).waitFor();
  await page.keyboard.press('Escape');
  await until(
    'it is away',
    () => isPopupVisible(running),
    (visible) => !visible,
  );
  const open = await main?.evaluate(async () => {
    const snapshot = await window.onair.invoke('monitor:snapshot', undefined);
    return snapshot.ok && snapshot.value.incidents.filter((one) => one.acknowledgedAt === undefined).length;
  });
  expect(open).toBe(3);
});

describe('when nobody wants popups', () => {
  test('on air there is a count, and what is still open comes up afterwards', async () => {
    const running = await play(hot);
    const main = await running.page();
    await tell(main, { onAir: true });
    await main.getByTestId('on-air').waitFor();
    await main.locator('[data-incident]').first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isPopupVisible(running)).toBeUndefined();
    await main.getByRole('button', { name: '结束直播' }).click();
    await popupPage(running);
    await tell(main, { onAir: true });
    await until(
      'it is away again',
      () => isPopupVisible(running),
      (visible) => !visible,
    );
  });

  test('muted there is nothing, until the time is over', async () => {
    const running = await play(hot);
    const main = await running.page();
    await tell(main, { muteMinutes: 15 });
    await main.locator('[data-incident]').first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isPopupVisible(running)).toBeUndefined();
    await tell(main, { muteMinutes: 0 });
    await popupPage(running);
  });
});

test.runIf(onLinux)('a notification comes with it, and goes with it', async () => {
  execFileSync('dunstctl', ['close-all']);
  const running = await play(hot, hidden);
  const page = await popupPage(running);
  await until('the notification', displayed, (count) => count === 1);
  await page.getByRole('button', { name: /^知道了/ }).click();
  await until('it is withdrawn', displayed, (count) => count === 0);
  expect(execFileSync('dunstctl', ['history'], { encoding: 'utf8' })).toContain('【回放】');
});

test('quitting on air asks first, and stays when nobody says yes', async () => {
  const running = await launch();
  const main = await running.page();
  await tell(main, { onAir: true });
  await running.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async (...args: unknown[]) => {
      (globalThis as { asked?: unknown }).asked = args.at(-1);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  await running.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find((item) => item.accelerator?.endsWith('+Q'))?.click();
  });
  const asked = await until('the question', () =>
    running.app.evaluate(() => (globalThis as { asked?: object }).asked),
  );
  expect(asked).toMatchObject({ message: '正在直播，确定要退出吗？', defaultId: 0, cancelId: 0 });
  expect(await windowCount(running)).toBe(1);
});

test.runIf(onLinux)('the tray goes on air, mutes, and opens a part', async () => {
  const running = await play(hot, hidden);
  await until('on the tray', () => trayMenuItem(running.pid, '电脑：故障'));
  await pressTray(running.pid, '直播中');
  await until(
    'the tooltip says so',
    () => trayTooltip(running.pid),
    (text) => text.includes('直播中'),
  );
  await until(
    'no popup on air',
    () => isPopupVisible(running),
    (visible) => !visible,
  );
  await pressTray(running.pid, '直播中');
  await popupPage(running);
  await pressTray(running.pid, '15 分钟');
  await until(
    'muted',
    () => trayTooltip(running.pid),
    (text) => text.includes('弹窗暂停到'),
  );
  await pressTray(running.pid, '恢复弹窗');
  await popupPage(running);
  await pressTray(running.pid, '电脑：故障');
  const main = await until('the main window', () =>
    running.app.windows().find((one) => one.url().endsWith('/index.html')),
  );
  await main?.getByRole('dialog', { name: '电脑' }).waitFor();
});

/** Id of the window that has the keyboard, as the window manager says; undefined: none. */
function activeWindow(): string | undefined {
  const answer = execFileSync('xprop', ['-root', '_NET_ACTIVE_WINDOW'], { encoding: 'utf8' });
  const id = /0x[0-9a-f]+/.exec(answer)?.[0];
  return id === '0x0' ? undefined : id;
}

/** Notifications that the desktop shows now. */
function displayed(): number {
  return Number(execFileSync('dunstctl', ['count', 'displayed'], { encoding: 'utf8' }));
}
