import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCommand } from '../lib/linux-packages.mjs';
import { ourCommand, referenceCommand } from './apps.mjs';
import { startProgram } from './program.mjs';

/** A call that makes a process; the same call makes a thread when it says so. */
const MAKES_PROCESS = /^\d+ +([\d.]+) (?:fork|vfork|clone3?)\((?!.*CLONE_THREAD)/;

/**
 * Counts the processes that are started per minute, exactly, in a run of its own: a traced program is slow, and
 * nothing else is measured of it.
 * @param {import('./apps.mjs').Bench} bench
 * @param {number} seconds
 * @param {number} settleMs
 * @returns {Promise<{ ours: number[], reference: number[], note?: string }>}
 */
export async function countForks(bench, seconds, settleMs) {
  if (!hasCommand('strace')) return { ours: [], reference: [], note: 'needs strace' };
  bench.tell(`processes started: ${seconds} s under strace`);
  const [ours, reference] = await Promise.all([
    traced(bench, 'ours', ourCommand(bench, ['--hidden']), seconds, settleMs),
    traced(bench, 'reference', referenceCommand(bench, 'tray'), seconds, settleMs),
  ]);
  return { ours: [ours], reference: [reference] };
}

/**
 * @param {import('./apps.mjs').Bench} bench
 * @param {string} name
 * @param {[string, string[]]} command
 * @param {number} seconds
 * @param {number} settleMs
 */
async function traced({ env, work }, name, [command, args], seconds, settleMs) {
  const file = join(work, `${name}.strace`);
  const switches = ['-f', '-qq', '-ttt', '--seccomp-bpf', '-e', 'trace=fork,vfork,clone,clone3', '-o', file];
  const program = startProgram('strace', [...switches, command, ...args], { env, cwd: work });
  await sleep(settleMs);
  const from = Date.now() / 1_000;
  await sleep(seconds * 1_000);
  const to = Date.now() / 1_000;
  await program.end();
  const times = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => Number(MAKES_PROCESS.exec(line)?.[1] ?? 0));
  return (60 * times.filter((time) => time >= from && time <= to).length) / seconds;
}
