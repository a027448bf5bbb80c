import { accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData, type RunningApp } from './support/app.js';
import { popupPage } from './support/popup.js';
import { startTwoScreens } from './support/two-screens.js';
import { until } from './support/wait.js';

// A server without a screen of its own wants the rights of root on most systems.
const hasTwoScreens = process.getuid?.() === 0 && hasCommand('Xorg') && hasCommand('xrandr');

test.runIf(hasTwoScreens)(
  'the popup is where the main window is, and moves when that screen goes',
  async () => {
    const folder = makeUserData();
    const { env, unplugSecond } = await startTwoScreens(folder);
    const running = await launch([], makeUserData(), env);
    const main = await running.page();
    const screens = () =>
      running.app.evaluate(({ screen }) => screen.getAllDisplays().map(({ bounds }) => bounds));
    expect(await screens()).toMatchObject([
      { x: 0, width: 1280 },
      { x: 1280, width: 1024 },
    ]);
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 1350, y: 100, width: 860, height: 560 }),
    );
    await main.evaluate(() => window.onair.invoke('popup:test', undefined));
    await popupPage(running);
    const right = await until(
      'a place',
      () => popupBounds(running),
      (bounds) => bounds.x > 1280,
    );
    expect(right.x + right.width).toBe(1280 + 1024 - 16);
    expect(right.y + right.height).toBe(768 - 16);

    unplugSecond();
    const left = await until(
      'another place',
      () => popupBounds(running),
      (bounds) => bounds.x < 1280,
    );
    expect(left.x + left.width).toBe(1280 - 16);
    expect(left.y + left.height).toBe(1024 - 16);
  },
);

function popupBounds({ app }: RunningApp) {
  return app.evaluate(({ BrowserWindow }) => {
    const popup = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/popup.html'),
    );
    return popup?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 };
  });
}

function hasCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name));
      return true;
    } catch {
      return false;
    }
  });
}
