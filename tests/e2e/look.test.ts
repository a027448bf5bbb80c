import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ViewName } from '../../src/shared/ipc/contract.js';
import { launch, makeUserData, ROOT } from './support/app.js';
import { axeProblems, layoutProblems, missingGlyphs, resize } from './support/look.js';
import { writePast } from './support/past.js';
import { launchPrecheck } from './support/precheck.js';
import { VIEWS } from './support/views.js';

const PICTURES = join(ROOT, 'test-results', 'look');
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
  await page.locator(`nav [data-view=${view}]`).click();
}

/** A baseline that no test machine is like. */
const BASELINE = {
  schema: 1,
  at: Date.UTC(2026, 4, 4, 9),
  by: '值班 Ann',
  devices: [
    { metric: 'camera.present', instance: 'usb:046d:082d:1', name: 'Logitech C920 HD Pro Webcam' },
    { metric: 'microphone.present', instance: 'usb:19f7:0003:2', name: 'RODE NT-USB Mini' },
    { metric: 'disk.busy', instance: 'eui.0025385b11b3c3a1', name: 'nvme0n1: Samsung SSD 980 PRO 1TB' },
    { metric: 'network.link', name: 'enp3s0' },
    { metric: 'power.battery', name: 'BAT0' },
  ],
  values: [
    { metric: 'fan.speed', instance: 'CPU Fan', value: 1_180, spread: 40, readings: 60 },
    { metric: 'network.linkSpeed', value: 1_000, spread: 0, readings: 60 },
    { metric: 'network.latency', instance: 'gateway', value: 0.8, spread: 0.3, readings: 300 },
    { metric: 'disk.latency', value: 0.6, spread: 1.2, readings: 120 },
    { metric: 'power.voltage', value: 11.85, spread: 0.05, readings: 60 },
  ],
};

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

test('the history with a past: two curves, incidents, and the details of one', async () => {
  const userData = makeUserData();
  writePast(userData, 30);
  const running = await launch([], userData);
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await open(page, 'history');
  await page.locator('main select').first().selectOption('cpu.temperature');
  await page.locator('main select').nth(1).selectOption('cpu.load');
  await page.locator('main fieldset button').nth(4).click();
  await page.locator('[data-record]').nth(1).waitFor();
  expect(await inspect(page, 'history-past')).toEqual([]);
  await page.locator('[data-record] button').first().click();
  await page.locator('dialog[open] [data-testid="save-report"]').waitFor();
  expect(await inspect(page, 'history-incident')).toEqual([]);
}, 300_000);

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

test('the details of an incident with its steps and forms, and the emergency', async () => {
  const running = await launch([`--replay=${DEMO}`, '--replay-speed=300']);
  const page = await running.page();
  await page.waitForSelector('[data-ended]', { timeout: 60_000 });
  await page.locator('[data-ended] button').first().click();
  const details = page.locator('dialog[open]');
  await details.locator('[data-playbook]').waitFor();
  await details.locator('input[type="text"]').fill('值班 Ann');
  await details.locator('input[type="text"]').press('Enter');
  await details.locator('[data-step] input').first().click();
  await details.locator('button[aria-expanded]').first().click();
  await details.locator('form').waitFor();
  expect(await inspect(page, 'incident')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('[data-testid="emergency"]').click();
  await details.locator('[data-playbook="S3.e"]').waitFor();
  expect(await inspect(page, 'emergency')).toEqual([]);
}, 300_000);

test('the station baseline with every kind of difference, and the question before it is replaced', async () => {
  const userData = makeUserData();
  writeFileSync(
    join(userData, 'baseline.json'),
    JSON.stringify({ schema: 1, current: BASELINE, before: { baseline: null } }),
  );
  const running = await launch([], userData);
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  await open(page, 'baseline');
  await page.waitForSelector('[data-mark="missing"]');
  expect(await inspect(page, 'baseline-taken')).toEqual([]);
  await page.locator('main button').last().click();
  await page.waitForSelector('[data-testid="confirm"]');
  expect(await inspect(page, 'baseline-confirm')).toEqual([]);
}, 300_000);

test('the first-run set-up', async () => {
  const running = await launch([], makeUserData({ firstRun: true }));
  const page = await running.page();
  await page.waitForSelector('[data-testid="set-up"]');
  expect(await inspect(page, 'set-up')).toEqual([]);
}, 240_000);

test('every step of the pre-check, and its result', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  await page.getByTestId('precheck-start').click();
  await page.getByLabel('姓名').fill('王主播 Ann');
  await page.keyboard.press('Enter');
  await page.locator('[data-step="platform"]').waitFor();
  const problems: string[] = [];
  const steps = ['platform', 'automatic', 'take', 'headphones', 'manual', 'result'];
  for (const [i, step] of steps.entries()) {
    await page
      .locator('nav ol button')
      .nth(i + 1)
      .click();
    await page.locator(`[data-step="${step}"]`).waitFor();
    await page
      .getByTestId('automatic-progress')
      .locator('svg')
      .waitFor({ state: 'detached', timeout: 60_000 });
    if (step === 'take') {
      await page.locator('[data-device="microphone"][data-open="true"]').waitFor();
      await page.getByTestId('take-start').click();
      await page.locator('[data-lost-samples]:not([data-lost-samples=""])').waitFor({ timeout: 60_000 });
      await page.getByTestId('take-start').waitFor({ timeout: 90_000 });
    }
    problems.push(...(await inspect(page, `precheck-${step}`)));
  }
  await page.getByTestId('precheck-finish').click();
  await page.getByTestId('go').waitFor();
  problems.push(...(await inspect(page, 'precheck-record')));
  expect(problems).toEqual([]);
}, 600_000);
