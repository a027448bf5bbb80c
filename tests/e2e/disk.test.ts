import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { launch } from './support/app.js';

/** A small disk of its own for the data of the program, past the first-run set-up. */
function smallDisk(context: TestContext): { folder: string; remount: (option: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'onair-disk-'));
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore', timeout: 10_000 });
  try {
    mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder);
  } catch {
    rmSync(folder, { recursive: true });
    return context.skip('no mounts here');
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { timeout: 10_000 });
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'settings.json'), '{"setUp": true}');
  return { folder, remount: (option) => mount('-o', `remount,${option}`, folder) };
}

/** Writes until nothing fits any more. @returns the file that fills the disk */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  for (const size of [1_048_576, 4_096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
  }
  return file;
}

const use = (page: Page, language: string) =>
  page.evaluate((wish) => window.onair.invoke('settings:update', { language: wish as 'en' }), language);

/** Waits for a reading that is younger than this moment. */
async function nextReading(page: Page): Promise<void> {
  const from = Date.now();
  const latest = () =>
    page.evaluate(async () => {
      const state = await window.onair.invoke('monitor:snapshot', undefined);
      return state.ok ? state.value.at : 0;
    });
  await expect.poll(latest, { timeout: 10_000 }).toBeGreaterThan(from);
}

const notices = (page: Page) =>
  page.evaluate(async () => {
    const state = await window.onair.invoke('monitor:snapshot', undefined);
    return state.ok ? state.value.notices.map(({ code }) => code) : [];
  });

test('a full disk: monitoring goes on, what is not stored is said, and no longer once there is room', async (context) => {
  const { folder } = smallDisk(context);
  const running = await launch([], folder);
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  const filler = fill(folder);

  expect(await use(page, 'en')).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  await page.waitForSelector('html[lang="en"]');
  expect(await notices(page)).toContain('settings-not-stored');
  await nextReading(page);
  // What was stored before is still whole.
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toEqual({ setUp: true });

  rmSync(filler);
  expect(await use(page, 'zh-CN')).toMatchObject({ ok: true });
  expect(await notices(page)).not.toContain('settings-not-stored');
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    language: 'zh-CN',
  });
});

test('a read-only folder: the program starts and monitors all the same, and says what is not stored', async (context) => {
  const { folder, remount } = smallDisk(context);
  remount('ro');
  const running = await launch([], folder);
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await page.getByText(folder).first().waitFor();
  await expect.poll(() => notices(page)).toEqual(['folder-not-writable', 'history-not-stored']);
  expect(await use(page, 'en')).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  await page.waitForSelector('html[lang="en"]');
  expect(await notices(page)).toContain('settings-not-stored');
  await nextReading(page);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText("The history can't be stored now").waitFor();
});
