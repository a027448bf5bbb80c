import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ViewName } from '../../src/shared/ipc/contract.js';
import { launch, type RunningApp, windowCount } from './support/app.js';
import { popupCount, popupPage } from './support/popup.js';
import { VIEWS } from './support/views.js';

/** Nothing that is pressed asks a person or leaves the program. */
async function keepToItself({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ dialog, shell }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    shell.openExternal = async () => undefined;
    shell.showItemInFolder = () => undefined;
  });
}

/** What went wrong in a page since it was opened. */
function troubles(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => message.type() === 'error' && found.push(message.text()));
  return found;
}

/** Leaves whatever was opened, and comes back to the view. */
async function backTo(page: Page, view: ViewName): Promise<void> {
  for (let opened = 0; (await page.locator('dialog[open]').count()) > 0 && opened < 5; opened += 1)
    await page.keyboard.press('Escape');
  await page.locator(`nav [data-view=${view}]`).click();
  await page.locator(`main#${view}`).waitFor();
}

test('whoever presses everything twice breaks nothing', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await keepToItself(running);
  const wrong = troubles(page);
  for (const view of VIEWS) {
    await backTo(page, view);
    await page.locator('main button').first().waitFor();
    const count = await page.locator('main button').count();
    for (let index = 0; index < count; index += 1) {
      const button = page.locator('main button').nth(index);
      // What was pressed before may have taken it away, or made it wait.
      if ((await button.count()) === 0 || !(await button.isVisible()) || (await button.isDisabled()))
        continue;
      await button.dblclick({ force: true, timeout: 5_000 });
      await backTo(page, view);
    }
  }
  expect(wrong).toEqual([]);
  await backTo(page, 'dashboard');
  expect(await page.getByTestId('station-verdict').isVisible()).toBe(true);
}, 240_000);

test('a view begins at its head, however far the one before was scrolled', async () => {
  const page = await (await launch()).page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await backTo(page, 'settings');
  await page.mouse.wheel(0, 5_000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await backTo(page, 'diagnostics');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a name is taken while it is typed: the next press is the one that counts', async () => {
  const page = await (await launch()).page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await backTo(page, 'settings');
  const row = page.locator('[data-accept="cpu.temperature"]');
  await page.getByLabel('改动人').last().pressSequentially('值班 Bo');
  await row.locator('input').fill('虚拟机没有传感器');
  await row.getByRole('button').click();
  await row.getByText(/值班 Bo/).waitFor();
  await row.getByRole('button', { name: '恢复监测' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await row.getByText(/值班 Bo/).waitFor();
});

test('popups are muted and unmuted in the window, which says so on every view', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await backTo(page, 'settings');
  await page.getByRole('button', { name: '15 分钟', exact: true }).click();
  await backTo(page, 'history');
  await page.getByText(/弹窗暂停到/).waitFor();
  await page.getByRole('button', { name: '恢复弹窗' }).click();
  await page.getByText(/弹窗暂停到/).waitFor({ state: 'detached' });
  await page.evaluate(() => window.onair.invoke('popup:test', undefined));
  await (await popupPage(running)).getByText('测试', { exact: true }).waitFor();
  expect([await popupCount(running), await windowCount(running)]).toEqual([1, 1]);
});
