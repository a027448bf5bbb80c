import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCommand } from '../lib/linux-packages.mjs';
import { ROOT } from '../lib/project.mjs';
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
/** Where the title of the popup's window is; the bench runs the program in English. */
const TEXTS = join(ROOT, 'src', 'shared', 'i18n', 'en', 'popup.ts');
const LASTS_MS = 20_000;

/**
 * From the reading that fulfils the hold to the popup's window, in a trace at its own speed; beside the runtime opening a
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
      const program = startOurs(bench, switches, { popups: true });
      const first = await program.until('first state', () => program.output().includes('CPU') && Date.now());
      const seen = await popupSeen(bench, program);
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

/**
 * When the popup's window can be seen, as the desktop says; where that cannot be asked, when the program says so on its
 * terminal.
 * @param {import('./apps.mjs').Bench} bench
 * @param {import('./apps.mjs').Program} program
 */
function popupSeen({ env }, program) {
  const said = () => /^popup cpu\.temperature/m.test(program.output()) && Date.now();
  if (process.platform !== 'linux' || !hasCommand('xwininfo')) return program.until('popup', said);
  const title = popupTitle();
  const visible = () => {
    // Before the announcement there is nothing to look for, and looking costs the processor that is measured.
    if (!said()) return false;
    const { stdout } = spawnSync('xwininfo', ['-name', title], {
      env,
      encoding: 'utf8',
      timeout: 2_000,
    });
    return /Map State: IsViewable/.test(stdout) && Date.now();
  };
  return program.until('popup window', visible);
}

function popupTitle() {
  const title = /'popup\.title': '([^']+)'/.exec(readFileSync(TEXTS, 'utf8'))?.[1];
  if (title === undefined) throw new Error(`${TEXTS}: no title of the popup`);
  return title;
}

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
