import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ViewName } from '../../src/shared/ipc/contract.js';
import { launch, ROOT } from './support/app.js';
import { axeProblems, layoutProblems, missingGlyphs, resize } from './support/look.js';

const PICTURES = join(ROOT, 'test-results', 'look');
const VIEWS: readonly ViewName[] = ['dashboard', 'diagnostics', 'settings'];
const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  [860, 560],
  [1180, 760],
  [1920, 1080],
] as const;
const SCALES = [1, 1.5, 2] as const;

const DEMO = join(ROOT, 'resources', 'demo', 'workday.jsonl');

async function change(page: Page, patch: object): Promise<void> {
  const result = await page.evaluate((wish) => window.onair.invoke('settings:update', wish), patch);
  expect(result.ok).toBe(true);
}

async function open(page: Page, view: ViewName): Promise<void> {
  await page.locator('nav button').nth(VIEWS.indexOf(view)).click();
}

/** Every language, theme, size and scale of what is shown, with its pictures. */
async function inspect(page: Page, name: string): Promise<string[]> {
  mkdirSync(PICTURES, { recursive: true });
  const problems: string[] = [];
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await change(page, { language, theme });
      await page.emulateMedia({ colorScheme: theme });
      for (const [width, height] of SIZES)
        for (const scale of SCALES) {
          await resize(page, { width, height, scale });
          const title = `${name}-${language}-${theme}-${width}@${scale}`;
          if (scale === 1) await page.screenshot({ path: join(PICTURES, `${title}.png`) });
          for (const problem of await layoutProblems(page)) problems.push(`${title}: ${problem}`);
        }
      await resize(page, { width: 1180, height: 760, scale: 1 });
      for (const problem of await axeProblems(page))
        problems.push(`${name}-${language}-${theme}: ${problem}`);
    }
  for (const glyph of await missingGlyphs(page)) problems.push(`${name}: no glyph for ${glyph}`);
  return problems;
}

test.each(VIEWS)(
  '%s: nothing is cut, covered, missing or hard to read',
  async (view) => {
    const running = await launch();
    const page = await running.page();
    await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
    await open(page, view);
    expect(await inspect(page, view)).toEqual([]);
  },
  240_000,
);

test('the dashboard with faults, and the details of a part', async () => {
  const running = await launch([`--replay=${DEMO}`, '--replay-speed=300']);
  const page = await running.page();
  await page.waitForSelector('[data-testid="station-verdict"][data-judgement="fault"]');
  await page.waitForSelector('[data-ended]', { timeout: 60_000 });
  expect(await inspect(page, 'faults')).toEqual([]);
  await page.locator('[data-part="R1.a"] button').click();
  await page.waitForSelector('dialog[open]');
  expect(await inspect(page, 'details')).toEqual([]);
}, 240_000);
