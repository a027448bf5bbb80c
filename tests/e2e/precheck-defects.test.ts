import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Baseline } from '../../src/shared/baseline/schema.js';
import { MANUAL_GROUPS, STATION_ITEMS } from '../../src/shared/precheck/flow/steps.js';
import { namespaceProblem } from '../support/fake-hardware.js';
import { LossyResponder } from '../support/lossy-responder.js';
import type { ResponderRule } from '../support/lossy-responder.mjs';
import {
  confirmAll,
  type Defects,
  launchStation,
  notPassed,
  type Station,
  wholeCheck,
} from './support/healthy-station.js';
import { next, startAt } from './support/precheck.js';

const problem = namespaceProblem();

/** Items among these that did not pass, without their names. */
async function wrong(page: Page, items: readonly string[]): Promise<string[]> {
  const lines = (await notPassed(page)).map((line) => line.split(' ').slice(0, 2).join(' '));
  return lines.filter((line) => items.some((item) => line.startsWith(`${item}:`))).sort();
}

/** A host that loss and latency are measured to, with its faults. */
async function host(rule: ResponderRule): Promise<string> {
  const responder = await LossyResponder.start(rule);
  onTestFinished(() => responder.stop());
  return `127.0.0.1:${responder.port}`;
}

/** A station whose phone is on USB when all is well. */
const WITH_PHONE: Baseline = {
  schema: 1,
  at: 1,
  by: 'IT',
  devices: [{ metric: 'phone.present', instance: 'usb:04e8:6860:R5', name: 'Galaxy' }],
  values: [],
};

interface Case {
  readonly defects?: () => Promise<Defects>;
  readonly after?: (station: Station) => void;
}

const CASES: readonly (readonly [what: string, expected: string, Case])[] = [
  ['mains pulled', 'P2.a: warn', { after: ({ hardware }) => hardware.set('ac', '0') }],
  ['a phone of the baseline missing', 'P2.a: warn', { defects: async () => ({ baseline: WITH_PHONE }) }],
  ['no link', 'P2.b.link: fail', { defects: async () => ({ network: 'no-link' }) }],
  [
    'packets lost',
    'P2.b.loss: fail',
    { defects: async () => ({ probeTarget: await host({ lose: 3, of: 10 }) }) },
  ],
  [
    'a far host',
    'P2.b.latency: warn',
    { defects: async () => ({ probeTarget: await host({ delays: [150] }) }) },
  ],
  [
    'a Wi-Fi adapter that does not tell its signal',
    'P2.b.signal: unknown',
    { defects: async () => ({ network: 'untold-signal' }) },
  ],
  ['a slow upload', 'P2.b.upload: fail', { after: ({ responder }) => responder.limit(3_000) }],
  ['updates that wait', 'P2.d: warn', { defects: async () => ({ updates: 2 }) }],
  ['antivirus off', 'P2.e: fail', { defects: async () => ({ antivirusOff: true }) }],
];

describe('one defect in a healthy station turns exactly its item', () => {
  beforeEach((context) => {
    if (problem) context.skip(problem);
  });

  it.each(CASES)(
    '%s: %s',
    async (_, expected, { defects, after }) => {
      const station = await launchStation(await defects?.());
      after?.(station);
      const { page } = station;
      await startAt(page, 'automatic');
      // Main knows the answer to the last of them when the way on is open.
      await page.locator('[data-testid="precheck-next"]:enabled').waitFor({ timeout: 60_000 });
      // What was measured of the cables counts once somebody has looked at them.
      await page.getByRole('button', { name: /^6 / }).click();
      await page.locator('[data-manual="P2.a"]').getByLabel('是').check();
      expect(await wrong(page, STATION_ITEMS)).toEqual([expected]);
    },
    120_000,
  );

  it.each([
    ['P2.c.camera: warn', { film: 'blurred' }],
    ['P2.c.microphone: warn', { sound: 'hum' }],
    ['P3.b: warn', { film: 'glare' }],
  ] as const)(
    '%s',
    async (expected, media) => {
      const { page } = await launchStation({ media });
      await wholeCheck(page);
      expect((await notPassed(page)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
        expected,
      ]);
    },
    180_000,
  );

  it('what a person denies, each alone', async () => {
    const { page } = await launchStation();
    await startAt(page, 'platform');
    await page.getByRole('button', { name: /^6 / }).click();
    await page.locator('[data-step="manual"]').waitFor();
    await confirmAll(page);
    const items = MANUAL_GROUPS.flatMap((group) => [...group.items]);
    // Cables and light are measured, too, which was not done here.
    const own = items.filter((item) => item !== 'P2.a' && item !== 'P3.b');
    for (const item of own) {
      await page.locator(`[data-manual="${item}"]`).getByLabel('否').check();
      expect(await wrong(page, own)).toEqual([`${item}: fail`]);
      await page.locator(`[data-manual="${item}"]`).getByLabel('是').check();
    }
    await next(page);
    expect(await wrong(page, own)).toEqual([]);
  }, 120_000);
});
