import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { atLeave } from '../lib/child.mjs';
import { liveMembers } from '../lib/process-tree.mjs';

/**
 * What the kernel tells of a process tree.
 * @typedef {object} Group
 * @property {string} method how CPU time is counted
 * @property {(command: string, args: readonly string[]) => [string, string[]]} wrap the command, started inside
 * @property {(child: Started) => number} cpuSeconds used so far, by children that ended, too
 * @property {(child: Started) => number[]} pids processes that live now
 * @property {() => void} remove
 */
/** @typedef {{ pid?: number | undefined, id: string }} Started */

/** Where a second-version hierarchy may be mounted; it counts CPU time to the microsecond without any controller. */
const MOUNTS = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'];
let made = 0;

/** A group to start a program in: a cgroup where we may make one, else a look through /proc. @returns {Group} */
export function createGroup() {
  for (const mount of MOUNTS) {
    const folder = join(mount, `onair-bench-${process.pid}-${made++}`);
    try {
      readFileSync(join(mount, 'cgroup.controllers'));
      mkdirSync(folder);
      return controlGroup(folder);
    } catch {
      // Not mounted here, or not ours to write to.
    }
  }
  return procGroup;
}

/** @param {string} folder @returns {Group} */
function controlGroup(folder) {
  const remove = () => {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody in it still ends; an empty folder below /sys does no harm and goes with the machine.
    }
  };
  const forget = atLeave(remove);
  return {
    method: 'cgroup',
    // The shell moves itself in and becomes the program: nothing is started outside the group.
    wrap: (command, args) => [
      'sh',
      ['-c', 'echo $$ > "$0/cgroup.procs" && exec "$@"', folder, command, ...args],
    ],
    cpuSeconds: () =>
      Number(/usage_usec (\d+)/.exec(read(join(folder, 'cpu.stat')))?.[1] ?? Number.NaN) / 1e6,
    pids: () => read(join(folder, 'cgroup.procs')).trim().split('\n').filter(Boolean).map(Number),
    remove: () => {
      forget();
      remove();
    },
  };
}

/** Clock ticks per second in /proc; the same on every Linux that Node runs on. */
const TICKS = 100;

/** @type {Group} */
const procGroup = {
  method: '/proc (10 ms steps)',
  wrap: (command, args) => [command, [...args]],
  cpuSeconds: (child) =>
    members(child).reduce((sum, pid) => {
      const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
      // utime, stime and those of children that ended: fields 14 to 17, counted from the state, which is 3.
      return sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) / TICKS;
    }, 0),
  pids: (child) => members(child),
  remove: () => undefined,
};

/** @param {Started} child */
const members = ({ pid, id }) => (pid === undefined ? [] : liveMembers(pid, id));

/**
 * Memory of processes in MB, pages that several share counted once.
 * @param {readonly number[]} pids
 */
export function pssOf(pids) {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/**
 * The part of {@link pssOf} that belongs to no file: what programs made themselves. Only this one can grow; how much of
 * a mapped file counts depends on who else is running.
 * @param {readonly number[]} pids
 */
export function anonOf(pids) {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss_Anon:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/**
 * Number of Chromium processes of a type among these.
 * @param {readonly number[]} pids
 * @param {string} type
 */
export const countType = (pids, type) =>
  pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes(`--type=${type}`)).length;

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
