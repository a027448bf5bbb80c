// `npm run soak [-- --short]`: a day of ticks in minutes, with the window opened and closed again and again. Compares
// what is in use after a warm-up with what is in use at the end, and fails when the program has grown.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { atLeave } from './lib/child.mjs';
import { startDesktop } from './lib/desktop.mjs';
import { main } from './lib/entry.mjs';
import { TEST_TOOLS } from './lib/linux-system.mjs';
import { isRoot, prepare, ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { runStage, vitestStage } from './lib/stages.mjs';
import { STATUS, Stop } from './lib/stop.mjs';
import { createTestHome } from './lib/test-home.mjs';
import { measure, openAndClose, replayEnd, SOAK_SETTINGS, untilStarted } from './soak/drive.mjs';
import { killHistory } from './soak/history-kill.mjs';
import { soakDevices, soakRunner } from './soak/runner.mjs';
import { judge, toTable } from './soak/table.mjs';
import { TICK_MS, writeTrace } from './soak/trace.mjs';

/** Replayed this much faster than it was: a day in under five minutes. */
const SPEED = 300;
/** Checks on a healthy station; all must end with a GO. */
const PRECHECKS = 20;
const DAY = { ticks: 43_200, windows: 200, openMs: 700, kills: 200 };
const SHORT = { ticks: 5_400, windows: 20, openMs: 400, kills: 20 };

await main(async () => {
  const say = createSay(chooseLanguage(), process.stderr);
  const tell = (/** @type {string} */ line) => void process.stderr.write(`· ${line}\n`);
  const { ticks, windows, openMs, kills } = process.argv.includes('--short') ? SHORT : DAY;
  if (process.platform !== 'linux') throw new Stop('soak: memory is measured on Linux only');
  const electron = await prepare(say, TEST_TOOLS);
  await ensureBuilt(ROOT, say);
  const home = createTestHome();
  const env = await startDesktop(say, home.env);

  const trace = join(home.folder, 'soak.jsonl');
  const { readings, end } = writeTrace(trace, ticks);
  tell(
    `${ticks} ticks, ${readings} readings, ${windows} windows; about ${Math.round((ticks * TICK_MS) / SPEED / 1_000)} s`,
  );
  const sampling = soakRunner(ticks).then(async (runner) => ({ runner, devices: await soakDevices(ticks) }));
  // It may fail before it is waited for.
  sampling.catch(() => undefined);

  const { _electron } = await import('playwright-core');
  const data = join(home.folder, 'soak-data');
  mkdirSync(data);
  writeFileSync(join(data, 'settings.json'), JSON.stringify(SOAK_SETTINGS));
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--js-flags=--expose-gc',
      ROOT,
      `--user-data-dir=${data}`,
      '--hidden',
      `--replay=${trace}`,
      `--replay-speed=${SPEED}`,
    ],
    cwd: home.folder,
    env: /** @type {Record<string, string>} */ (env),
  });
  const child = app.process();
  atLeave(() => void child.kill('SIGKILL'));
  await untilStarted(app);

  const warmUp = Math.max(3, Math.round(windows / 10));
  await openAndClose(app, warmUp, openMs);
  const warm = await measure(app);
  const note = (/** @type {number} */ done, /** @type {import('./soak/drive.mjs').Use} */ use) =>
    tell(
      `${done} windows: ${use.main.toFixed(1)} MB, ${use.own.toFixed(1)} own, heap ${use.heap.toFixed(1)}; ${use.kinds}`,
    );
  note(warmUp, warm);
  for (let done = warmUp; done < windows; ) {
    const some = Math.min(30, windows - done);
    await openAndClose(app, some, openMs);
    done += some;
    note(done, await measure(app));
  }
  const last = await replayEnd(app, 2 * ((ticks * TICK_MS) / SPEED) + 60_000);
  const final = await measure(app);
  note(windows, final);
  await app.close();

  // Not beside the rest: it takes what the processor has.
  const killed = await killHistory(kills);
  tell(
    `history: killed ${kills} times, ${killed.incidents} incidents and ${killed.checks} records of checks were on disk; integrity ${killed.integrity}`,
  );
  const rows = judge({ warm, final, ...(await sampling), reached: last.at === end, killed });
  console.log(toTable(rows));
  const held = rows.every((one) => one.held);
  if (process.argv.includes('--short')) return held ? 0 : STATUS.failed;
  tell(`the pre-check on a healthy station, ${PRECHECKS} times`);
  const stage = vitestStage('e2e', 40, {
    root: ROOT,
    work: home.folder,
    filter: ['tests/e2e/precheck-station.test.ts'],
    env: { ...env, ONAIR_ELECTRON: electron.path, ONAIR_PRECHECKS: String(PRECHECKS) },
  });
  const { failed } = await runStage(stage, say);
  return held && failed.length === 0 ? 0 : STATUS.failed;
});
