import { setTimeout as sleep } from 'node:timers/promises';
import { startOurs, startReference } from './apps.mjs';
import { alternately, row } from './compare.mjs';
import { countForks } from './forks.mjs';

const ROUNDS = 3;
/** What a program does after its start is no part of its rest: V8 compacts its memory half a minute later. */
export const SETTLE_MS = 45_000;
/** Points of one core on top of the idle floor (DESIGN). */
export const TRAY_INCREMENT = 0.12;

/**
 * Tray mode: what it costs to have the monitor run all day, beside an empty program of as many processes.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchTray(bench) {
  bench.tell(`tray mode: ${ROUNDS} rounds of ${Math.round(bench.seconds / ROUNDS)} s each`);
  /** @param {import('./apps.mjs').Program} program */
  const rest = async (program) => {
    await sleep(SETTLE_MS);
    const cost = await program.cost(bench.seconds / ROUNDS);
    await program.end();
    return cost;
  };
  const { ours, reference } = await alternately(ROUNDS, {
    ours: () => rest(startOurs(bench, ['--hidden'])),
    reference: () => rest(startReference(bench, 'tray')),
  });
  const forks = await countForks(bench, Math.min(60, bench.seconds), SETTLE_MS);
  const cpu = ours.map((cost) => cost.cpu);
  const floor = reference.map((cost) => cost.cpu);
  const rows = [
    row(
      { id: 'tray.cpu', what: 'tray mode, CPU', unit: '% of one core' },
      cpu,
      floor,
      (idle) => idle + TRAY_INCREMENT,
    ),
    row(
      { id: 'tray.pss', what: 'tray mode, memory (PSS)', unit: 'MB' },
      ours.map((cost) => cost.pss),
      reference.map((cost) => cost.pss),
      (idle) => 1.1 * idle,
    ),
    row(
      { id: 'tray.processes', what: 'tray mode, processes', unit: '' },
      ours.map((cost) => cost.processes),
      reference.map((cost) => cost.processes),
      () => 6,
    ),
    row(
      {
        id: 'tray.forks',
        what: 'tray mode, processes started',
        unit: 'per minute',
        ...(forks.note && { note: forks.note }),
      },
      forks.ours,
      forks.reference,
      () => 6,
    ),
  ];
  return rows;
}
