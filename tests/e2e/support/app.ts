import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { until } from './wait.js';

/** The project's folder, which Electron is started on. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const EXECUTABLE = process.env.ONAIR_ELECTRON;

/** The Electron to test with. */
export function electronPath(): string {
  if (!EXECUTABLE) throw new Error('ONAIR_ELECTRON names no Electron; run the tests with `npm test`');
  return EXECUTABLE;
}

/** Arguments that start the app; as root Chromium's sandbox refuses to. */
export function appArguments(userData: string, switches: readonly string[] = []): string[] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...root, ROOT, `--user-data-dir=${userData}`, '--lang=zh-CN', ...switches];
}

/** A folder of its own for the data of one test, past the first-run set-up unless that is what is tested. */
export function makeUserData({ firstRun = false } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'onair-e2e-'));
  if (!firstRun) writeFileSync(join(folder, 'settings.json'), '{"setUp": true}');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Longest wait for the driver to reach the app, ms. */
const LAUNCH_MS = 20_000;

/** Tries to reach it: now and then it waits for ever, seen with both of its connections to the app made. */
const LAUNCHES = 3;

/** A running app under test. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly userData: string;
  /** Id of the main process. */
  readonly pid: number;
  /** The main window's page; waits for it. */
  page(): Promise<Page>;
}

/** Starts the app for one test; it is ended with the test. */
export async function launch(
  switches: readonly string[] = [],
  userData: string = makeUserData(),
  env: Readonly<Record<string, string>> = {},
  executablePath: string = electronPath(),
): Promise<RunningApp> {
  const start = async (tries: number): Promise<ElectronApplication> => {
    const launching = _electron.launch({
      executablePath,
      args: appArguments(userData, switches),
      cwd: userData,
      env: { ...(process.env as Record<string, string>), ...env },
      timeout: LAUNCH_MS,
    });
    return await launching.catch((error: unknown) => {
      if (error instanceof errors.TimeoutError && tries > 1) return start(tries - 1);
      throw error;
    });
  };
  const app = await start(LAUNCHES);
  // Kept, because the driver forgets it when the app ends by itself.
  const child = app.process();
  onTestFinished(() => end(app, child));
  // Not the first window: a popup may be quicker.
  const main = () => app.windows().find((page) => page.url().endsWith('/index.html'));
  const page = async () => (await until('the main window', main)) as Page;
  return { app, userData, pid: child.pid ?? 0, page };
}

async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await app.close().catch(() => undefined);
  clearTimeout(late);
}

/** Number of open windows beside the popup, which a true fault of the machine brings up at any time. */
export function windowCount({ app }: RunningApp): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      // One that is just being closed has no page any more.
      BrowserWindow.getAllWindows().filter(
        ({ webContents }) => webContents.isDestroyed() || !webContents.getURL().endsWith('/popup.html'),
      ).length,
  );
}

/** Process id of the sampler; 0 while there is none. */
export function samplerPid({ app }: RunningApp): Promise<number> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find((one) => one.name === 'OnAir Sentry Sampler')?.pid ?? 0,
  );
}

/** Process id of the page; 0 while there is none. */
export function pagePid({ app }: RunningApp): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

/** Kills the page and waits until there is another. */
export async function killPage(running: RunningApp): Promise<void> {
  const old = await pagePid(running);
  process.kill(old, 'SIGKILL');
  await until(
    'another page',
    () => pagePid(running),
    (pid) => pid !== 0 && pid !== old,
  );
}
