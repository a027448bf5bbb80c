import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MonitorSnapshot } from '../../src/shared/ipc/contract.js';
import { type FakeHardware, namespaceProblem } from '../support/fake-hardware.js';
import { launch, makeUserData } from './support/app.js';
import { fakeHardware, launchOn } from './support/fake-hardware-app.js';
import { shellNamed, startProgram } from './support/stand-in.js';
import { writeQuickProfile } from './support/trace.js';
import { until } from './support/wait.js';

async function snapshot(page: Page) {
  const result = await page.evaluate(() => window.onair.invoke('monitor:snapshot', undefined));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The shipped procedure with a limit on the processor's load that any work breaches. */
function busyProfile(folder: string): string {
  const file = join(folder, 'busy.json');
  writeQuickProfile(file, 2_000);
  const profile = JSON.parse(readFileSync(file, 'utf8'));
  for (const clause of profile.clauses)
    for (const rule of clause.metrics ?? [])
      if (rule.metric === 'cpu.load') rule.limits = [{ severity: 'warning', when: '>', value: 30 }];
  writeFileSync(file, JSON.stringify(profile));
  return file;
}

test('the program that keeps the processor busy is named in the incident, on the page too', async () => {
  const eater = shellNamed('onair-eater');
  for (let i = 0; i < 3; i += 1) startProgram(eater, ['-c', 'while :; do :; done']);
  const userData = makeUserData();
  const running = await launch([`--profile=${busyProfile(userData)}`], userData);
  const page = await running.page();
  const programs = await until(
    'programs to blame',
    async () => (await snapshot(page)).incidents.find(({ metric }) => metric === 'cpu.load')?.programs ?? [],
    ({ length }) => length > 0,
    40_000,
  );
  expect(programs.map(({ name }) => name)).toContain('onair-eater');
  expect(programs.every(({ unit, value }) => unit === '%' && value >= 1 && value <= 100)).toBe(true);
  await page.locator('[data-incident^="cpu.load"] button').first().click();
  await page.locator('dialog[open]').getByText('onair-eater').waitFor();
}, 90_000);

/** Number of files that are open on the camera's driver, as its module counts them. */
const OPENS = 'usb1/1-4/driver/module/refcnt';

/** Starts a program of this name that has the camera open. @returns what ends it */
function film(hardware: FakeHardware, name: string): () => Promise<void> {
  const [program, args] = hardware.command(shellNamed(name), '-c', 'exec 9</dev/video0; kill -STOP $$');
  const end = startProgram(program, args);
  hardware.set('file', OPENS, '1');
  return async () => {
    await end();
    hardware.set('file', OPENS, '0');
  };
}

const inUse = ({ parts }: MonitorSnapshot): boolean =>
  parts.some(({ metrics }) => metrics.some(({ metric, value }) => metric === 'camera.inUse' && value === 1));

test('a streaming program that uses the camera is a reason to offer going on air', async (context) => {
  const problem = namespaceProblem();
  if (problem) context.skip(problem);
  const hardware = fakeHardware();
  hardware.set('file', OPENS, '0');
  const page = await (await launchOn(hardware, makeUserData())).page();
  await page.waitForSelector('[data-part="R1.e"][data-judgement="ok"]');
  const offer = page.getByTestId('on-air-offer');

  // Another program with the camera is none; nothing but streaming software is asked about.
  const meeting = film(hardware, 'some-meeting');
  await until('a camera in use', async () => inUse(await snapshot(page)), Boolean, 30_000);
  expect((await snapshot(page)).situation.offer).toBeNull();
  await meeting();
  await until(
    'a free camera',
    async () => inUse(await snapshot(page)),
    (used) => !used,
    30_000,
  );

  film(hardware, 'obs');
  await offer.waitFor({ timeout: 30_000 });
  expect(await offer.innerText()).toContain('obs');
  // Nothing is switched without being asked.
  expect((await snapshot(page)).situation.onAir).toBe(false);
  await offer.getByRole('button', { name: '开始直播' }).click();
  await page.getByRole('button', { name: '直接开播' }).click();
  await until('on air', async () => (await snapshot(page)).situation.onAir);
  await offer.waitFor({ state: 'detached' });
}, 150_000);
