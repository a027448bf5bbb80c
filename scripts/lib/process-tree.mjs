import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Environment variable that every started program hands down to its children. */
export const MARK = 'ONAIR_SENTRY_STARTED';

/**
 * Living processes of a started family: its process group and, on Linux, every process that carries its
 * mark, since some programs (test drivers, daemons) put their children into groups of their own.
 * @param {number} leader process id, which is also the group's
 * @param {string} id the family's mark
 * @returns {number[]}
 */
export function liveMembers(leader, id) {
  if (process.platform === 'linux') return linuxMembers(leader, id);
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 0);
    return [leader];
  } catch {
    return [];
  }
}

/**
 * @param {number} leader
 * @param {string} id
 * @param {NodeJS.Signals} signal
 */
export function signalMembers(leader, id, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(leader), '/T', '/F'], { windowsHide: true, timeout: 5000 });
    return;
  }
  const targets = process.platform === 'linux' ? linuxMembers(leader, id) : [-leader];
  for (const target of targets) {
    try {
      process.kill(target, signal);
    } catch {
      // Gone in the meantime, which is what we want.
    }
  }
}

/**
 * @param {number} leader
 * @param {string} id
 */
function linuxMembers(leader, id) {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid);
  return pids.filter((pid) => {
    // The fields after the name, which may hold spaces: state, parent, group, …
    const [state = 'X', , group] = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
    // A zombie has ended; a container without a reaping init keeps it listed for ever.
    if (state === 'Z' || state === 'X' || state === '') return false;
    return Number(group) === leader || readProc(pid, 'environ').includes(id);
  });
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
