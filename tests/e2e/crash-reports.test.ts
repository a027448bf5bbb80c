import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData, pagePid, samplerPid } from './support/app.js';
import { until } from './support/wait.js';

const KNOWN_MEMORY = '[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])';

test('what fails is reported on this computer, and the diagnostics say so; ending in peace is no crash', async () => {
  const userData = makeUserData();
  const folder = join(userData, 'crash-reports');
  const reports = (): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .sort()
          .map((name) => readFileSync(join(folder, name), 'utf8'))
      : [];
  const peaceful = await launch([], userData);
  await (await peaceful.page()).waitForSelector(KNOWN_MEMORY);
  await peaceful.app.evaluate(({ app }) => {
    app.emit('before-quit');
  });
  // Not the event: a sampler that ends by itself, before it is killed, sends none.
  await until(
    'no sampler',
    () => samplerPid(peaceful),
    (pid) => pid === 0,
  );
  await peaceful.app.close();
  expect(reports()).toEqual([]);

  const running = await launch([], userData);
  const page = await running.page();
  await page.waitForSelector(KNOWN_MEMORY);
  process.kill(await samplerPid(running), 'SIGSEGV');
  await until('a report of the sampler', reports, ({ length }) => length === 1);
  await running.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a defect');
    });
  });
  const [sampler, defect] = await until('a report of the defect', reports, ({ length }) => length === 2);
  expect(sampler).toMatch(/^Utility process gone: crashed \(\d+\) OnAir Sentry Sampler\n/);
  expect(defect).toMatch(/^uncaught exception\n[\s\S]*Error: a defect\n {4}at /);
  await page.getByRole('button', { name: '诊断' }).click();
  await page.getByText(/^2 份，最近一份/).waitFor();
  process.kill(await pagePid(running), 'SIGSEGV');
  const all = await until('a report of the page', reports, ({ length }) => length === 3);
  expect(all.at(-1)).toMatch(/^page process gone: crashed/);
}, 90_000);
