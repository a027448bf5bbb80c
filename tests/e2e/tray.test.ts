import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData, pagePid, type RunningApp, samplerPid, windowCount } from './support/app.js';
import { callBus, trayItems, trayProperty } from './support/dbus.js';
import { isAlive, until } from './support/wait.js';

const onLinux = process.platform === 'linux';

test('closing the window keeps the monitor, says so once, and gives the memory back', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector('[data-testid="station-verdict"]');
  const renderer = await pagePid(running);
  const sampler = await samplerPid(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await until('the page is gone', () => !isAlive(renderer));
  expect(await windowCount(running)).toBe(0);
  expect(await samplerPid(running)).toBe(sampler);
  const settings = JSON.parse(readFileSync(join(running.userData, 'settings.json'), 'utf8'));
  expect(settings.toldAboutTray).toBe(true);
  if (onLinux) await until('the notice', shownNotifications, (text) => text.includes('仍在监测'));
});

test.runIf(onLinux)('the tray shows the verdict in words and opens the window', async () => {
  const running = await launch(['--hidden']);
  const [item] = await until(
    'a tray item',
    () => trayItems(running.pid),
    (items) => items.length > 0,
  );
  if (!item) throw new Error('no tray item');
  await until(
    'a judged tooltip',
    () => trayProperty(item, 'ToolTip'),
    (text) => /开播卫士：(?!正在)/.test(text),
  );
  expect(await windowCount(running)).toBe(0);

  await callBus(item.service, item.path, 'org.kde.StatusNotifierItem.Activate', '0', '0');
  await until(
    'a window',
    () => windowCount(running),
    (count) => count === 1,
  );
  await (await running.page()).waitForSelector('[data-testid="station-verdict"]');
});

test.runIf(onLinux)('without a tray the window is minimised, never lost', async () => {
  const running = await launch(['--hidden'], makeUserData(), {
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
  });
  await until('an entry of the task bar', () => isMinimized(running));
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
  await until(
    'it is up',
    () => isMinimized(running),
    (minimized) => minimized === false,
  );
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await until('it is down again', () => isMinimized(running));
  const gone = new Promise<void>((resolve) => running.app.once('close', () => resolve()));
  await running.app.evaluate(({ app }) => app.quit());
  await gone;
});

function isMinimized({ app }: RunningApp): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
}

/** Texts of the notifications that the desktop has shown; closed first, since only then they are history. */
function shownNotifications(): string {
  execFileSync('dunstctl', ['close-all']);
  return execFileSync('dunstctl', ['history'], { encoding: 'utf8' });
}
