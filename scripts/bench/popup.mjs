import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOurs, startReference } from './apps.mjs';
import { alternately, row } from './compare.mjs';

const RUNS = 5;
const TICK_MS = 2_000;
/** Grace that DESIGN gives on top of hold and tick. */
const GRACE_MS = 250;
/** The procedure's hold, shortened: it is waited for, not measured. */
const HOLD_MS = 4_000;
/** When the trace's temperature breaches, after its first reading. */
const BREACH_MS = 6_000;
const LASTS_MS = 20_000;

/**
 * From the reading that fulfils the hold to the popup, in a trace at its own speed; beside the runtime opening a
 * small window that somebody asked for. The trace's clock begins with the first state that the program prints, a
 * few hundredths of a second after the first reading: a delay may come out that much below zero.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchPopup(bench) {
  bench.tell(`breach → popup: ${RUNS} runs`);
  const trace = join(bench.work, 'breach.jsonl');
  const profile = join(bench.work, 'short-hold.json');
  writeFileSync(trace, breach());
  writeFileSync(profile, shortHold(bench.app));
  const switches = [`--replay=${trace}`, `--profile=${profile}`, '--print-state', '--hidden'];
  const { ours, reference } = await alternately(RUNS, {
    ours: async () => {
      const program = startOurs(bench, switches);
      const first = await program.until('first state', () => program.output().includes('CPU') && Date.now());
      const seen = await popupSeen(program);
      await program.end();
      return seen - first - BREACH_MS - HOLD_MS;
    },
    reference: async () => {
      const program = startReference(bench, 'popup');
      const [, asked, shown] = await program.until('popup', () =>
        /asked (\d+)[\s\S]*shown (\d+)/.exec(program.output()),
      );
      await program.end();
      return Number(shown) - Number(asked);
    },
  });
  return [
    row(
      { id: 'popup.delay', what: 'hold fulfilled → popup', unit: 'ms' },
      ours,
      reference,
      () => TICK_MS + GRACE_MS,
    ),
  ];
}

/** When the popup is there: the program says so on its terminal. @param {import('./apps.mjs').Program} program */
const popupSeen = (program) =>
  program.until('popup', () => /^popup cpu\.temperature/m.test(program.output()) && Date.now());

/** A calm temperature that breaches at a known moment. */
function breach() {
  const start = Date.parse('2026-03-02T09:00:00+08:00');
  const lines = [];
  for (let ms = 0; ms <= LASTS_MS; ms += TICK_MS) {
    const value = ms < BREACH_MS ? 60 + (ms % 5) : 91;
    lines.push({ at: start + ms, metric: 'cpu.temperature', value, unit: '°C', source: 'bench' });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The shipped procedure with a short hold for faults. @param {string} app */
function shortHold(app) {
  const profile = JSON.parse(
    readFileSync(join(app, 'resources', 'sop', 'streaming-workstation.json'), 'utf8'),
  );
  profile.defaults.hold.fault = HOLD_MS;
  return JSON.stringify(profile);
}
