import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch, makeUserData, type RunningApp } from './app.js';
import { type Values, writeQuickProfile, writeTrace } from './trace.js';
import { until } from './wait.js';

/** Times faster than its clock that a trace is played, so that a tick takes half a second. */
const SPEED = 4;
const HOLD_MS = 4_000;

/** A computer as it should be. */
export const fine = (): Values => ({ 'cpu.temperature': [62, '°C'] });

/** A computer that is too hot from the tenth second on. */
export const hot = (second: number): Values => (second < 10 ? fine() : { 'cpu.temperature': [91, '°C'] });

/** Starts the app on a trace with these values, on a procedure with short holds. */
export async function play(
  valuesAt: (second: number) => Values,
  { seconds = 400, switches = [] as readonly string[] } = {},
): Promise<RunningApp> {
  const userData = makeUserData();
  const trace = join(userData, 'evening.jsonl');
  const profile = join(userData, 'quick.json');
  writeTrace(trace, seconds, valuesAt);
  writeQuickProfile(profile, HOLD_MS);
  const replay = [`--replay=${trace}`, `--replay-speed=${SPEED}`, `--profile=${profile}`];
  return launch([...replay, ...switches], userData);
}

/** The popup's page, once its window can be seen. */
export async function popupPage(running: RunningApp): Promise<Page> {
  await until('a visible popup', () => isPopupVisible(running));
  const page = running.app.windows().find((one) => one.url().endsWith('/popup.html'));
  if (!page) throw new Error('no page in the popup');
  return page;
}

/** Whether the popup can be seen; undefined: there is no such window. */
export function isPopupVisible({ app }: RunningApp): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => !webContents.isDestroyed() && webContents.getURL().endsWith('/popup.html'))
      ?.isVisible(),
  );
}

/** Number of popup windows, seen or not. */
export function popupCount({ app }: RunningApp): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter(
        ({ webContents }) => !webContents.isDestroyed() && webContents.getURL().endsWith('/popup.html'),
      ).length,
  );
}

/** Waits until the popup's window is destroyed. */
export async function popupGone(running: RunningApp): Promise<void> {
  await until(
    'the popup is gone',
    () => popupCount(running),
    (count) => count === 0,
  );
}
