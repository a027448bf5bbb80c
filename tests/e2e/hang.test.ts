import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, pagePid, type RunningApp } from './support/app.js';
import { until } from './support/wait.js';

interface Asked {
  message: string;
  buttons: string[];
  cancelId: number;
}

/** Answers the next question of the program by itself, and keeps what was asked. */
function answerQuestions({ app }: RunningApp, response: number): Promise<void> {
  return app.evaluate(({ dialog }, answer) => {
    const kept = globalThis as unknown as { asked: unknown[] };
    kept.asked = [];
    dialog.showMessageBox = ((_window: unknown, options: Asked) => {
      const { message, buttons, cancelId } = options;
      kept.asked.push({ message, buttons, cancelId });
      return Promise.resolve({ response: answer, checkboxChecked: false });
    }) as unknown as typeof dialog.showMessageBox;
  }, response);
}

const asked = ({ app }: RunningApp): Promise<Asked[]> =>
  app.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked);

/** Blocks the page for good, or for a while. It never answers again, so nobody waits for it. */
function hang(page: Page, ms: number): void {
  page
    .evaluate((length) => {
      const end = performance.now() + length;
      while (performance.now() < end);
    }, ms)
    .catch(() => undefined);
}

/**
 * Says what Electron says when a page lets an input wait for too long. Chromium does not watch a page that a debugger is
 * attached to, and the driver of these tests is one: 50 s of input into a page that hung brought no event.
 */
function noticeHang({ app }: RunningApp): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
}

function shownVerdict({ app }: RunningApp): Promise<string> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript(
        'document.querySelector(\'[data-testid="station-verdict"]\')?.textContent ?? ""',
      )
      .catch(() => ''),
  );
}

test('a page that hangs is asked about, and comes back when the user wants it to', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector('[data-testid="station-verdict"]');
  await answerQuestions(running, 1);
  const old = await pagePid(running);
  hang(page, 3_600_000);
  await noticeHang(running);
  await until('the question', async () => (await asked(running)).length > 0);
  expect(await asked(running)).toEqual([
    { message: '窗口没有反应', buttons: ['再等等', '重新载入'], cancelId: 0 },
  ]);
  await until(
    'another page',
    () => pagePid(running),
    (pid) => pid !== 0 && pid !== old,
  );
  expect(await until('the verdict is shown again', () => shownVerdict(running))).not.toBe('');
});

test('who would rather wait keeps the page', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector('[data-testid="station-verdict"]');
  await answerQuestions(running, 0);
  const old = await pagePid(running);
  // As the window says it; the test before shows that it does.
  await running.app.evaluate(
    ({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('unresponsive'),
  );
  await until('the question', async () => (await asked(running)).length > 0);
  await page.waitForSelector('[data-testid="station-verdict"]');
  expect(await pagePid(running)).toBe(old);
  expect(await page.locator('[data-testid="station-verdict"]').count()).toBe(1);
});
