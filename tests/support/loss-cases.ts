import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type CheckRow, check, type Elsewhere, parseCheck } from './check-command.js';
import { LossyResponder, type Place } from './lossy-responder.js';
import type { ResponderRule } from './lossy-responder.mjs';

let settings: string;
beforeAll(() => {
  settings = mkdtempSync(join(tmpdir(), 'onair-loss-'));
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ schema: 1, tickSeconds: 1 }));
});
afterAll(() => rmSync(settings, { recursive: true, force: true }));

/** What the command told of a target. */
export interface Measured {
  readonly loss: CheckRow;
  readonly latency: CheckRow;
  readonly jitter: CheckRow;
}

/** What the real command tells of a target, or with '' of the default gateway. */
export function measure(
  target: string,
  { samples = 1, at }: { samples?: number; at?: Elsewhere } = {},
): Measured {
  const args = ['--json', '--lang', 'en', '--samples', String(samples), `--user-data-dir=${settings}`];
  if (target !== '') args.push(`--probe-target=${target}`);
  const { row } = parseCheck(check(args, at));
  const instance = target === '' ? 'gateway' : 'ingest';
  return {
    loss: row('network.loss', instance),
    latency: row('network.latency', instance),
    jitter: row('network.jitter', instance),
  };
}

/** Loss of a rule, how many ticks of 100 probes show it, and how it is judged: a fault only from three lost on. */
export const LOSSES = [
  { percent: 0, lose: 0, of: 1, samples: 1, judgement: 'ok' },
  { percent: 0.5, lose: 1, of: 200, samples: 2, judgement: 'advisory' },
  { percent: 1, lose: 1, of: 100, samples: 1, judgement: 'advisory' },
  { percent: 3, lose: 3, of: 100, samples: 1, judgement: 'fault' },
  { percent: 30, lose: 3, of: 10, samples: 1, judgement: 'fault' },
] as const;

/** The responder answers the ten trials that find a target, and is silent from then on. */
const STOPS: ResponderRule = { silentAfter: 10 };
const NEVER: ResponderRule = { silentAfter: 0 };

/** The measurements that UDP echo has to stand on any way there. */
export function udpCases(
  where: () => { readonly address: string; readonly place?: Place; readonly at?: Elsewhere },
): void {
  let responder: LossyResponder | undefined;
  afterEach(() => responder?.stop());

  async function ask(rule: ResponderRule, samples = 1): Promise<Measured> {
    const { address, place, at } = where();
    responder = await LossyResponder.start(rule, address, place);
    return measure(`${address}:${responder.port}`, { samples, ...(at && { at }) });
  }

  it.each(LOSSES)('$percent % loss', async ({ percent, lose, of, samples, judgement }) => {
    const { loss, latency } = await ask({ lose, of }, samples);
    expect(loss).toMatchObject({ value: percent, judgement, source: expect.stringContaining('udp echo') });
    expect(latency.value).toBeLessThan(100);
  });

  it('a target that stops answering is 100 % loss, without a latency', async () => {
    const { loss, latency, jitter } = await ask(STOPS);
    expect(loss).toMatchObject({ value: 100, judgement: 'fault' });
    expect([latency, jitter]).toMatchObject([
      { value: null, missing: 'timed-out' },
      { value: null, missing: 'timed-out' },
    ]);
  });

  it('a target that never answered is unknown, with what to do', async () => {
    const { loss } = await ask(NEVER);
    expect(loss).toMatchObject({ value: null, missing: 'failed', judgement: 'unknown' });
    expect(loss.message).toMatch(/name a target that answers/);
  });

  it('answers out of order are neither lost nor mistaken for each other', async () => {
    // Probes are 20 ms apart: each late answer is overtaken by the next four.
    const { loss, latency, jitter } = await ask({ delays: [100, 0] });
    expect(loss.value).toBe(0);
    expect(latency.value).toBeGreaterThanOrEqual(49);
    expect(latency.value).toBeLessThan(80);
    // In the order of arrival two answers of a kind often follow each other.
    expect(jitter.value).toBeGreaterThan(20);
  });

  it('a steady delay is latency and no jitter', async () => {
    const { loss, latency, jitter } = await ask({ delays: [80] });
    expect(loss.value).toBe(0);
    expect(latency.value).toBeGreaterThanOrEqual(79);
    expect(latency.value).toBeLessThan(110);
    expect(jitter.value).toBeLessThan(20);
  });

  it('answers that come twice count once, and hide no loss', async () => {
    const { loss } = await ask({ copies: 3, lose: 3, of: 10 });
    expect(loss.value).toBe(30);
  });
}
