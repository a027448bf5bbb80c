import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

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
  const start = () =>
    _electron.launch({
      executablePath,
      args: appArguments(userData, switches),
      cwd: userData,
      env: { ...(process.env as Record<string, string>), ...env },
      timeout: LAUNCH_MS,
    });
  // The driver now and then misses that the app is up, and waits for ever: seen with both of its connections made.
  const app = await start().catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return start();
    throw error;
  });
  // Kept, because the driver forgets it when the app ends by itself.
  const child = app.process();
  onTestFinished(() => end(app, child));
  return { app, userData, pid: child.pid ?? 0, page: () => app.firstWindow({ timeout: 20_000 }) };
}

async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await app.close().catch(() => undefined);
  clearTimeout(late);
}

/** Number of open windows. */
export function windowCount({ app }: RunningApp): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
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
