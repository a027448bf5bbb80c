import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { killPage, launch, makeUserData, samplerPid } from './support/app.js';
import { spawnApp } from './support/spawn.js';
import { isAlive, until } from './support/wait.js';

const KNOWN_MEMORY = '[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])';

async function snapshot(page: Page) {
  const result = await page.evaluate(() => window.onair.invoke('monitor:snapshot', undefined));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function memoryReadAt(page: Page): Promise<number> {
  const { parts } = await snapshot(page);
  const metrics = parts.find((part) => part.part === 'memory')?.metrics ?? [];
  return metrics.find((one) => one.metric === 'memory.usage' && one.value !== null)?.at ?? 0;
}

test('a killed sampler is replaced, and values come back', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  for (const signal of ['SIGKILL', 'SIGSEGV'] as const) {
    const old = await samplerPid(running);
    const killedAt = Date.now();
    process.kill(old, signal);
    await until(
      'another sampler',
      () => samplerPid(running),
      (pid) => pid !== 0 && pid !== old,
    );
    await until(
      'a newer reading',
      () => memoryReadAt(page),
      (at) => at > killedAt,
    );
  }
  const { sampler } = await snapshot(page);
  expect(sampler).toEqual({ state: 'running', restarts: 2 });
  await page.waitForSelector(KNOWN_MEMORY);
});

test('a sampler that hangs is found out, shown as stale and replaced', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  const old = await samplerPid(running);
  process.kill(old, 'SIGSTOP');
  await page.waitForSelector('[data-part="R1.c"][data-judgement="unknown"]', { timeout: 15_000 });
  await until(
    'another sampler',
    () => samplerPid(running),
    (pid) => pid !== 0 && pid !== old,
    25_000,
  );
  await page.waitForSelector(KNOWN_MEMORY);
  await until('the stopped one is gone', () => !isAlive(old));
});

test('a killed page comes back by itself', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  await killPage(running);
  const shown = await until('the verdict is shown again', () =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(
          'document.querySelector(\'[data-testid="station-verdict"]\')?.textContent ?? ""',
        )
        .catch(() => ''),
    ),
  );
  expect(shown).not.toBe('');
});

test('after a kill of the whole app the next start is clean', async () => {
  const userData = makeUserData();
  writeFileSync(join(userData, 'settings.json'), '{"schema":1,"language":"en"}');
  for (let round = 0; round < 3; round++) {
    const app = spawnApp(userData, ['--print-state']);
    await until(
      'it printed its state',
      () => app.stdout().includes('Memory') || app.stdout().includes('内存'),
    );
    const lock = readlinkSync(join(userData, 'SingletonLock'));
    expect(lock).toContain(String(app.pid));
    app.kill('SIGKILL');
    expect(await app.exited).toBe(null);
  }
  const running = await launch([], userData);
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  expect((await snapshot(page)).notices).toEqual([]);
  expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).language).toBe('en');
  expect(existsSync(join(userData, 'logs', 'main.log'))).toBe(true);
});

test('no process is left when the app is killed', async () => {
  const running = await launch();
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  const family = await running.app.evaluate(({ app }) => app.getAppMetrics().map((one) => one.pid));
  process.kill(running.pid, 'SIGKILL');
  await until(
    'all are gone',
    () => family.filter(isAlive),
    (left) => left.length === 0,
  );
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the app and everything it started, with status 0',
  async (signal) => {
    const userData = makeUserData();
    const app = spawnApp(userData, ['--print-state']);
    await until('it printed its state', () => app.stdout().includes('内存'));
    app.kill(signal);
    expect(await app.exited).toBe(0);
    expect(existsSync(join(userData, 'SingletonLock'))).toBe(false);
  },
);
