import type { ProgramUse } from '../../../shared/health/state.js';
import { PROGRAMS_LIMIT, type ProgramKind } from '../../../shared/sampler/protocol.js';
import { diskBytes } from './disk-bytes.js';

/** The library, as far as it is used here; tests put a stand-in. */
export type ProcessLibrary = Pick<typeof import('systeminformation'), 'processes' | 'networkConnections'>;

/** What looking for programs needs from outside. */
export interface ProgramNeeds {
  readonly load: () => Promise<ProcessLibrary>;
  /** Waits so many ms. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** Bytes that a process has read and written so far; null: this system does not tell. */
  readonly diskBytes: (pid: number) => number | null;
}

/** Programs that are named for a fault. */
const NAMED = 3;
/** Time over which processor and disk use are measured, ms. */
const SPAN_MS = 1_000;
/** Below it a program is not to blame, by unit: percent of all cores, bytes, bytes a second, connections. */
const NEGLIGIBLE = { '%': 1, bytes: 50_000_000, 'bytes/s': 100_000, count: 1 } as const;

const REAL: ProgramNeeds = {
  load: () => import('systeminformation'),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  diskBytes,
};

/**
 * The programs that take most of something now, worst first; with `names` all that run. Dear: it lists every process of
 * the machine, twice where a rate is asked for, so that it is only ever done on demand. What the system does not tell
 * by program (disk use outside Linux) gives an empty list, not a guess.
 */
export async function findPrograms(kind: ProgramKind, needs: ProgramNeeds = REAL): Promise<ProgramUse[]> {
  const si = await needs.load();
  if (kind === 'network') return worst(await connections(si), 'count');
  const before = (await si.processes()).list;
  if (kind === 'names')
    return before.slice(0, PROGRAMS_LIMIT).map(({ name }) => ({ name, value: 0, unit: '%' }));
  if (kind === 'memory')
    return worst(
      before.map(({ name, memRss }) => [name, memRss * 1024]),
      'bytes',
    );
  const started = kind === 'disk' ? before.map(({ pid }) => [pid, needs.diskBytes(pid)] as const) : [];
  await needs.pause(SPAN_MS);
  if (kind === 'cpu') {
    const now = (await si.processes()).list;
    return worst(
      now.map(({ name, cpu }) => [name, cpu]),
      '%',
    );
  }
  const names = new Map(before.map(({ pid, name }) => [pid, name]));
  const rates = started.map(([pid, bytes]) => {
    const after = needs.diskBytes(pid);
    const moved = bytes === null || after === null ? 0 : after - bytes;
    return [names.get(pid) ?? '', (moved * 1_000) / SPAN_MS] as const;
  });
  return worst(rates, 'bytes/s');
}

async function connections(si: ProcessLibrary): Promise<(readonly [string, number])[]> {
  const [all, { list }] = await Promise.all([si.networkConnections(), si.processes()]);
  const names = new Map(list.map(({ pid, name }) => [pid, name]));
  return all
    .filter(({ state }) => state === 'ESTABLISHED')
    .map(({ pid, process }) => [process || names.get(pid) || '', 1] as const);
}

/** Sums up by name (a browser is many processes), and keeps the worst few that matter. */
function worst(uses: readonly (readonly [string, number])[], unit: ProgramUse['unit']): ProgramUse[] {
  const sums = new Map<string, number>();
  for (const [name, value] of uses)
    if (name !== '' && Number.isFinite(value)) sums.set(name, (sums.get(name) ?? 0) + value);
  return [...sums]
    .map(([name, value]) => ({ name: name.slice(0, 100), value, unit }))
    .filter(({ value }) => value >= NEGLIGIBLE[unit])
    .sort((a, b) => b.value - a.value)
    .slice(0, NAMED);
}
