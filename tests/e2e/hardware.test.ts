import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { namespaceProblem } from '../support/fake-hardware.js';
import { makeUserData } from './support/app.js';
import { fakeHardware, launchOn } from './support/fake-hardware-app.js';
import { until } from './support/wait.js';

const problem = namespaceProblem();
/** Two ticks of 2 s, and what a loaded test machine adds. */
const TWO_TICKS_MS = 4_000 + 2_000;

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
    const page = await (await launchOn(hardware, makeUserData())).page();
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
    const page = await (await launchOn(hardware, makeUserData())).page();
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

  it('a fan that stops while the processor is hot, memory errors that grow, chips that are numbered anew', async () => {
    const hardware = fakeHardware();
    hardware.set('ce', '2');
    const page = await (await launchOn(hardware, makeUserData())).page();
    const incident = (metric: string) => page.locator(`[data-incident^="${metric}"]`).first();
    await until('fans turn', value(page, 'fan.speed'), (seen) => Number(seen) > 0);
    await until('memory errors read', value(page, 'memory.errors'), (seen) => seen === '2');
    hardware.set('ce', '5');
    // The other numbers first: a fan is known by its name and not by its place.
    hardware.set('renumber');
    hardware.set('temp', '66');
    await until(
      'the same chip, other number',
      value(page, 'cpu.temperature'),
      (seen) => seen === '66',
      20_000,
    );
    hardware.set('fan', '2', '0');
    hardware.set('temp', '75');
    // Read every 10 s, held for 30 s.
    await incident('fan.speed').waitFor({ timeout: 70_000 });
    expect(await judgement(page, 'R1.a')()).toBe('fault');
    // Read once a minute, no hold.
    await incident('memory.errors').waitFor({ timeout: 70_000 });
  }, 240_000);
});
