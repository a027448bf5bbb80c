import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { Sqlite } from '../../../src/main/history/database.js';
import { readPrechecks } from '../../../src/main/history/prechecks.js';
import { BASELINE_FILE, type Baseline } from '../../../src/shared/baseline/schema.js';
import type { FakeHardware } from '../../support/fake-hardware.js';
import { startUploadResponder, type UploadResponder } from '../../support/upload-responder.js';
import { electronPath, launch, makeUserData, type RunningApp } from './app.js';
import { fakeHardware } from './fake-hardware-app.js';
import { askForPictures, type FakeMedia, fakeMedia, next, noteOpening, opened, take } from './precheck.js';

const SCRIPT = fileURLToPath(new URL('../../support/healthy-station.sh', import.meta.url));

/** A station with nothing wrong but what a test puts in. */
export interface Station {
  readonly hardware: FakeHardware;
  readonly responder: UploadResponder;
  readonly running: RunningApp;
  readonly page: Page;
}

/** What is wrong from the start. */
export interface Defects {
  readonly media?: FakeMedia;
  /** Packages that wait for an update. */
  readonly updates?: number;
  readonly antivirusOff?: boolean;
  /** What is wrong with the network adapter. */
  readonly network?: 'no-link' | 'untold-signal';
  /** Host that loss and latency are measured to. */
  readonly probeTarget?: string;
  /** How the station should be, as it was taken. */
  readonly baseline?: Baseline;
}

/** Starts the program on a healthy station: sensors, power, packages, antivirus, upload host, camera, microphone. */
export async function launchStation({
  media = {},
  updates = 0,
  antivirusOff = false,
  network,
  probeTarget = '127.0.0.1',
  baseline,
}: Defects = {}): Promise<Station> {
  const hardware = fakeHardware();
  const responder = await startUploadResponder();
  onTestFinished(() => responder.close());
  writeFileSync(join(hardware.dir, 'updates'), String(updates));
  if (antivirusOff) writeFileSync(join(hardware.dir, 'no-antivirus'), '');
  if (network) writeFileSync(join(hardware.dir, 'net'), network);
  const userData = makeUserData();
  if (baseline)
    writeFileSync(join(userData, BASELINE_FILE), JSON.stringify({ schema: 1, current: baseline }));
  writeFileSync(
    join(userData, 'settings.json'),
    JSON.stringify({ setUp: true, uploadTarget: responder.url }),
  );
  const [program, args] = hardware.command(SCRIPT, hardware.dir, electronPath());
  const wrapper = join(userData, 'electron-on-healthy-station');
  writeFileSync(wrapper, `#!/bin/sh\nexec '${program}' ${args.map((arg) => `'${arg}'`).join(' ')} "$@"\n`);
  chmodSync(wrapper, 0o755);
  const switches = ['--precheck', `--probe-target=${probeTarget}`, ...fakeMedia(media)];
  const running = await launch(switches, userData, {}, wrapper);
  const page = await running.page();
  await page.getByTestId('precheck-start').waitFor();
  await noteOpening(page);
  return { hardware, responder, running, page };
}

/** What a person does wrong, or says. */
export interface Answers {
  readonly right?: '是' | '否';
  /** Item that is not as it should be. */
  readonly denied?: string;
}

/** Makes one whole check, to its result. */
export async function wholeCheck(page: Page, { right = '是', denied }: Answers = {}): Promise<void> {
  await page.getByTestId('precheck-start').click();
  await page.getByLabel('姓名').fill('王主播');
  await next(page);
  await page.locator('[data-step="platform"]').waitFor();
  await askForPictures(page);
  await next(page);
  await page.locator('[data-step="automatic"]').waitFor();
  await next(page);
  await page.locator('[data-step="take"]').waitFor();
  await opened(page, 'camera');
  await opened(page, 'microphone');
  await take(page);
  await next(page);
  for (const [side, answer] of [
    ['left', '是'],
    ['right', right],
  ] as const)
    await page.locator(`[data-side="${side}"]`).getByLabel(answer).check();
  await next(page);
  await page.locator('[data-step="manual"]').waitFor();
  await confirmAll(page);
  if (denied) await page.locator(`[data-manual="${denied}"]`).getByLabel('否').check();
  await next(page);
  await page.getByTestId('precheck-result').waitFor();
}

/** Says yes to all that only a person can see. */
export async function confirmAll(page: Page): Promise<void> {
  for (const button of await page.getByRole('button', { name: '这组都符合' }).all()) await button.click();
  await page.locator('[data-manual="P2.a"]').getByLabel('是').check();
  for (const date of await page.getByLabel('上次检查日期').all())
    if ((await date.inputValue()) === '') await date.fill(new Date().toISOString().slice(0, 10));
}

/** Items that did not pass, with their verdicts. */
export const notPassed = (page: Page): Promise<string[]> =>
  page
    .locator('[data-item]:not([data-verdict="pass"])')
    .evaluateAll((all) =>
      all.map(
        (one) =>
          `${one.getAttribute('data-item')}: ${one.getAttribute('data-verdict')} ${(one as HTMLElement).innerText.split('\n').join(' ')}`,
      ),
    );

/** Records as they lie on disk; none before there is a history. */
export function recordsOf({ userData }: RunningApp): readonly { seq: number; record: { result: string } }[] {
  const file = join(userData, 'history.db');
  if (!existsSync(file)) return [];
  const db = new Sqlite(file);
  try {
    return readPrechecks(db).map((json) => JSON.parse(json));
  } finally {
    db.close();
  }
}
