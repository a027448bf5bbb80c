import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FakeHardware, namespaceProblem } from '../support/fake-hardware.js';
import { electronPath, launch, makeUserData } from './support/app.js';
import { until } from './support/wait.js';

const problem = namespaceProblem();
/** Two ticks of 2 s, and what a loaded test machine adds. */
const TWO_TICKS_MS = 4_000 + 2_000;

/** Starts the whole app on fake hardware, as a program of its own that the driver can start. */
async function launchOn(hardware: FakeHardware): Promise<Page> {
  const userData = makeUserData();
  const [program, args] = hardware.command(electronPath());
  const wrapper = join(userData, 'electron-on-fake-hardware');
  writeFileSync(wrapper, `#!/bin/sh\nexec '${program}' ${args.map((arg) => `'${arg}'`).join(' ')} "$@"\n`);
  chmodSync(wrapper, 0o755);
  const app = await launch(['--probe-target=127.0.0.1'], userData, {}, wrapper);
  return app.page();
}

function fakeHardware(): FakeHardware {
  const hardware = new FakeHardware();
  onTestFinished(() => hardware.remove());
  return hardware;
}

const value = (page: Page, metric: string) => async () =>
  page.locator(`[data-metric="${metric}"]`).first().getAttribute('data-value', { timeout: 15_000 });
const judgement = (page: Page, part: string) => async () =>
  page.locator(`[data-part="${part}"]`).getAttribute('data-judgement', { timeout: 15_000 });

describe('the whole app on fake hardware', () => {
  beforeEach((context) => {
    if (problem) context.skip(problem);
  });

  it('shows values to the digit, and a change within two ticks', async () => {
    const hardware = fakeHardware();
    hardware.set('temp', '61.5');
    const page = await launchOn(hardware);
    await until('61.5 °C on the card', value(page, 'cpu.temperature'), (seen) => seen === '61.5');
    expect(await judgement(page, 'R1.a')()).toBe('ok');
    for (const [degrees, expected] of [
      ['72.5', 'warning'],
      ['91', 'fault'],
      ['50', 'ok'],
    ] as const) {
      hardware.set('temp', degrees);
      await until(`${degrees} °C`, value(page, 'cpu.temperature'), (seen) => seen === degrees, TWO_TICKS_MS);
      expect(await judgement(page, 'R1.a')()).toBe(expected);
    }
  });

  it('sees a camera go and come, mains fail, and what a sensor can not mean', async () => {
    const hardware = fakeHardware();
    const page = await launchOn(hardware);
    await until('camera there', judgement(page, 'R1.e'), (seen) => seen === 'ok');
    hardware.set('cam', 'off');
    hardware.set('ac', '0');
    hardware.set('temp', '-40');
    await until('camera gone', value(page, 'camera.present'), (seen) => seen === '0', TWO_TICKS_MS);
    await until('on battery', value(page, 'power.ac'), (seen) => seen === '0', TWO_TICKS_MS);
    await until(
      'no made-up temperature',
      judgement(page, 'R1.a'),
      (seen) => seen === 'unknown',
      TWO_TICKS_MS,
    );
    expect(await value(page, 'cpu.temperature')()).toBe('');
    await page.locator('[data-incident^="camera.present"]').waitFor({ timeout: 15_000 });
    hardware.set('cam', 'on');
    hardware.set('temp', '55');
    await until('camera back', value(page, 'camera.present'), (seen) => seen === '1', TWO_TICKS_MS);
    await until('temperature back', value(page, 'cpu.temperature'), (seen) => seen === '55', TWO_TICKS_MS);
  });
});
