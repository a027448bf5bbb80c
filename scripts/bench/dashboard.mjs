import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../lib/child.mjs';
import { startOurs, startReference } from './apps.mjs';
import { alternately, median, row } from './compare.mjs';
import { SETTLE_MS, TRAY_INCREMENT } from './tray.mjs';

const ROUNDS = 3;
/** A closed window's renderer ends a moment later; the program tidies up after that, which is no part of its rest. */
const CLOSING_MS = 20_000;
const ASK_MS = 10_000;

/**
 * The dashboard open, beside a window that updates as much; then both closed again.
 * @param {import('./apps.mjs').Bench} bench
 * @param {readonly import('./compare.mjs').Row[]} trayRows of the same run, for the increment of tray mode
 */
export async function benchDashboard(bench, trayRows) {
  const seconds = Math.max(10, bench.seconds / 2 / ROUNDS);
  bench.tell(`dashboard: ${ROUNDS} rounds of ${Math.round(seconds)} s open, half as long closed`);
  /** @param {import('./apps.mjs').Program} program */
  const measure = async (program) => {
    await sleep(SETTLE_MS);
    const open = await program.cost(seconds);
    await closeWindow(bench, program);
    await sleep(CLOSING_MS);
    const closed = await program.cost(seconds / 2);
    await program.end();
    return { open, closed };
  };
  const { ours, reference } = await alternately(ROUNDS, {
    ours: () => measure(startOurs(bench, [])),
    reference: () => measure(startReference(bench, 'window')),
  });
  const increment = increments(trayRows) ?? TRAY_INCREMENT;
  return [
    row(
      { id: 'dashboard.cpu', what: 'dashboard open, CPU', unit: '% of one core' },
      ours.map(({ open }) => open.cpu),
      reference.map(({ open }) => open.cpu),
      (floor) => 1.2 * (floor + increment),
    ),
    row(
      { id: 'dashboard.pss', what: 'dashboard open, memory (PSS)', unit: 'MB' },
      ours.map(({ open }) => open.pss),
      reference.map(({ open }) => open.pss),
      (floor) => 1.15 * floor,
    ),
    row(
      { id: 'closed.renderers', what: 'dashboard closed, renderers left', unit: '' },
      ours.map(({ closed }) => closed.renderers),
      reference.map(({ closed }) => closed.renderers),
      () => 0,
    ),
    row(
      { id: 'closed.pss', what: 'dashboard closed, memory (PSS)', unit: 'MB' },
      ours.map(({ closed }) => closed.pss),
      reference.map(({ closed }) => closed.pss),
      (floor) => 1.1 * floor,
    ),
    row(
      { id: 'closed.cpu', what: 'dashboard closed, CPU', unit: '% of one core' },
      ours.map(({ closed }) => closed.cpu),
      reference.map(({ closed }) => closed.cpu),
      (floor) => floor + TRAY_INCREMENT,
    ),
  ];
}

/** What tray mode costs above its floor. @param {readonly import('./compare.mjs').Row[]} rows */
function increments(rows) {
  const tray = rows.find(({ id }) => id === 'tray.cpu');
  if (!tray?.referenceRuns?.length) return undefined;
  return Math.max(0, median(tray.runs) - median(tray.referenceRuns));
}

/**
 * Closes the window by the key that a user would press.
 * @param {import('./apps.mjs').Bench} bench
 * @param {import('./apps.mjs').Program} program
 */
async function closeWindow({ env }, program) {
  const found = await run('xdotool', ['search', '--onlyvisible', '--pid', String(program.pid)], {
    env,
    timeout: ASK_MS,
  });
  const window = found.output.trim().split('\n').at(-1) ?? '';
  if (!/^\d+$/.test(window)) throw new Error(`no window of process ${program.pid} to close`);
  const keys = ['windowactivate', '--sync', window, 'key', '--clearmodifiers', 'alt+F4'];
  await run('xdotool', keys, { env, timeout: ASK_MS });
}
