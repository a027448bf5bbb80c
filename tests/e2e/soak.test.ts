import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measure, openAndClose, replayEnd, SOAK_SETTINGS, untilStarted } from '../../scripts/soak/drive.mjs';
import { writeTrace } from '../../scripts/soak/trace.mjs';
import { launch, makeUserData } from './support/app.js';

/** An hour of ticks; more windows and a whole day are in `npm run soak`. */
const TICKS = 1_800;
const SPEED = 300;
/** Generous: in so short a time V8 has not settled. */
const GROWTH_MB = 15;

test.runIf(process.platform === 'linux')(
  'an hour of ticks and ten windows leave nothing behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onair-soak-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const trace = join(folder, 'hour.jsonl');
    const { end } = writeTrace(trace, TICKS);
    const userData = makeUserData();
    writeFileSync(join(userData, 'settings.json'), JSON.stringify(SOAK_SETTINGS));
    const { app } = await launch(
      ['--js-flags=--expose-gc', '--hidden', `--replay=${trace}`, `--replay-speed=${SPEED}`],
      userData,
    );
    await untilStarted(app);
    await openAndClose(app, 3, 300);
    const warm = await measure(app);
    await openAndClose(app, 10, 300);
    const last = await replayEnd(app, 60_000);
    const final = await measure(app);

    expect(last.at).toBe(end);
    expect([warm.renderers, final.renderers]).toEqual([0, 0]);
    expect(final.listeners).toBe(warm.listeners);
    // While the replay runs it waits for its next tick; nothing else may wait.
    const lasting = (kinds: string) => kinds.replace(/,? ?(Timeout|Immediate) \d+/g, '');
    expect(lasting(final.kinds)).toBe(lasting(warm.kinds));
    expect(final.own - warm.own).toBeLessThan(GROWTH_MB);
    expect(final.heap - warm.heap).toBeLessThan(GROWTH_MB);
  },
  120_000,
);
