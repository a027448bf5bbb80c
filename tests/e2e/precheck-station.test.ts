import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { namespaceProblem } from '../support/fake-hardware.js';
import type { RunningApp } from './support/app.js';
import { launchStation, notPassed, recordsOf, wholeCheck } from './support/healthy-station.js';
import { ask, tracks } from './support/precheck.js';
import { until } from './support/wait.js';

const problem = namespaceProblem();
/** Runs here; many more in `npm run soak`. */
const RUNS = Number(process.env.ONAIR_PRECHECKS ?? 5);

describe('a healthy station', () => {
  beforeEach((context) => {
    if (problem) context.skip(problem);
  });

  it(
    'is given a GO every time, and loses it for the item concerned alone',
    async () => {
      const { page, running, hardware } = await launchStation();
      for (let run = 1; run <= RUNS; run++) {
        await wholeCheck(page);
        expect(await notPassed(page), `run ${run}`).toEqual([]);
        expect(await page.getByTestId('precheck-result').getAttribute('data-result')).toBe('go');
        // The check is over: nothing is open, and nobody may open anything.
        expect(new Set(await tracks(page))).toEqual(new Set(['ended']));
        expect(await ask(page)).toBe('NotAllowedError');
        await until(
          'the record',
          () => recordsOf(running).length,
          (count) => count === run,
        );
        if (run < RUNS) await page.getByRole('button', { name: '检查记录' }).click();
      }
      expect(recordsOf(running).map(({ record: { result } }) => result)).toEqual(Array(RUNS).fill('go'));
      const go = page.getByTestId('go');
      expect(await go.getAttribute('data-go')).toBe('valid');

      await exportsAndPrints(running, page);
      const kept = JSON.stringify(recordsOf(running));
      await page.getByTestId('judge-again').click();
      expect(await page.getByTestId('judged-again').getAttribute('data-rejudged')).toBe('go');
      expect(JSON.stringify(recordsOf(running))).toBe(kept);

      hardware.set('ac', '0');
      await until(
        'the GO in doubt',
        () => go.getAttribute('data-go'),
        (state) => state === 'check-again',
      );
      expect(await go.innerText()).toContain('电源线与数据线');
      hardware.set('ac', '1');
      await until(
        'mains read',
        () => mains(page),
        (value) => value === 1,
      );
      await page.getByRole('button', { name: '检查记录' }).click();
      await page.getByTestId('precheck-again').click();
      await page.locator('[data-step="automatic"]').waitFor();
      await page.getByTestId('precheck-next').click();
      await page.locator('[data-manual="P2.a"]').getByLabel('是').check();
      await page.getByTestId('precheck-next').click();
      await until(
        'the GO again',
        () => go.getAttribute('data-go'),
        (state) => state === 'valid',
        30_000,
      );
    },
    RUNS * 120_000,
  );

  it('is refused for one defect at a time', async () => {
    const { page, responder } = await launchStation({ updates: 2 });
    responder.limit(3_000);
    await wholeCheck(page, { right: '否', denied: 'P3.d' });
    const found = (await notPassed(page)).map((line) => line.split(' ').slice(0, 2).join(' ')).sort();
    expect(found).toEqual(['P2.b.upload: fail', 'P2.c.headphones: fail', 'P2.d: warn', 'P3.d: fail']);
    expect(await page.getByTestId('precheck-result').getAttribute('data-result')).toBe('no-go');

    // From its record the check goes on with what is open, and nothing else.
    await page.getByTestId('precheck-finish').click();
    await page.getByTestId('precheck-go-on').click();
    await page.locator('[data-step="automatic"]').waitFor();
    expect(await page.locator('nav ol button').allInnerTexts()).toEqual([
      '1 自动检查',
      '2 耳机',
      '3 人工确认',
      '4 结果',
    ]);
  }, 240_000);
});

/** What the monitor knows of mains now: a tick may pass until it is what it is. */
const mains = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.onair.invoke('precheck:station', undefined);
    return answer.ok ? answer.value.measurements.find(({ measure }) => measure === 'power.ac')?.value : null;
  });

/** The record as a file, without its picture unless somebody says so, and on paper. */
async function exportsAndPrints({ app, userData }: RunningApp, page: Page): Promise<void> {
  const saveTo = (name: string) =>
    app.evaluate(
      ({ dialog }, path) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never;
      },
      join(userData, name),
    );
  const done = () => page.getByRole('status').filter({ hasText: '完成' }).waitFor();
  await saveTo('record.json');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  await done();
  const plain = JSON.parse(readFileSync(join(userData, 'record.json'), 'utf8'));
  expect(plain).toMatchObject({
    schema: 1,
    entry: { record: { result: 'go', operator: { name: '王主播' } } },
  });
  expect(plain.head).toEqual({ hash: plain.entry.hash, count: plain.entry.seq });
  expect(plain).not.toHaveProperty('picture');
  await page.getByLabel('带上画面').check();
  await page.getByRole('button', { name: '导出 JSON' }).click();
  await until(
    'the picture in the file',
    () => JSON.parse(readFileSync(join(userData, 'record.json'), 'utf8')).picture,
    Boolean,
  );
  await saveTo('record.pdf');
  await page.getByRole('button', { name: '存为 PDF' }).click();
  await until(
    'the PDF',
    () => {
      try {
        return readFileSync(join(userData, 'record.pdf')).subarray(0, 5).toString();
      } catch {
        return '';
      }
    },
    (head) => head === '%PDF-',
  );
}
