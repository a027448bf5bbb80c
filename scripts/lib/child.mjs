import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveMembers, MARK, signalMembers } from './process-tree.mjs';

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Exit */
/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

const LEADER_GRACE = 4000;
const FAMILY_GRACE = 1000;
const POLL = 25;

/** @type {Set<Child>} */
const running = new Set();
/** @type {Set<() => void>} */
const cleanups = new Set();
let leaving = false;

/** One started program together with everything that it starts in turn. */
class Child {
  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {SpawnOptions} options
   */
  constructor(command, args, options) {
    this.id = randomUUID();
    const env = options.env ?? process.env;
    this.process = spawn(command, args, {
      ...options,
      // A process group of its own is what lets us end grandchildren too.
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: { ...env, [MARK]: `${env[MARK] ?? ''}/${this.id}` },
    });
    this.pid = this.process.pid;
    /** @type {Promise<Exit>} */
    this.gone = new Promise((resolve) => {
      this.process.once('error', (error) => resolve({ code: 127, signal: null, error }));
      this.process.once('exit', (code, signal) => resolve({ code, signal }));
    });
    /** Resolves when the program has ended by itself; never while this script is being ended.
     * @type {Promise<Exit>} */
    this.exited = new Promise((resolve) => void this.gone.then((exit) => leaving || resolve(exit)));
  }

  /** Ends the program, then whatever of its family is left; gentle first, bounded always. */
  async end() {
    if (this.pid !== undefined) {
      // Only the leader is asked: signalled children would look like crashes to a leader that is closing.
      this.process.kill('SIGTERM');
      await within(LEADER_GRACE, this.gone);
      await this.familyGone();
      signalMembers(this.pid, this.id, 'SIGKILL');
      await this.familyGone();
      await within(FAMILY_GRACE, this.gone);
    }
    running.delete(this);
  }

  async familyGone() {
    const deadline = Date.now() + FAMILY_GRACE;
    const { pid } = this;
    while (pid !== undefined && Date.now() < deadline && liveMembers(pid, this.id).length > 0)
      await sleep(POLL);
  }
}

/**
 * Starts a program in a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = new Child(command, args, options);
  running.add(child);
  return child;
}

/**
 * Runs a program to its end, or ends it (and its whole family) when the time is up.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions & { timeout: number }} options
 * @returns {Promise<Exit & { output: string, timedOut: boolean }>} output is stdout and stderr where they are pipes
 */
export async function run(command, args, { timeout, ...options }) {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  /** @type {Buffer[]} */
  const chunks = [];
  const streams = [child.process.stdout, child.process.stderr].filter((stream) => stream !== null);
  for (const stream of streams) stream.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise((resolve) => child.process.once('close', resolve));

  const exit = await within(timeout, child.exited);
  await child.end();
  await within(FAMILY_GRACE, closed);
  const output = Buffer.concat(chunks).toString('utf8');
  return { ...(exit ?? { code: null, signal: null }), output, timedOut: exit === undefined };
}

/**
 * Registers work to do when the script ends, however it ends (short of SIGKILL).
 * @param {() => void} cleanup must not throw
 * @returns {() => void} takes the registration back
 */
export function atLeave(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/**
 * Ends everything that was started, newest first, then the script itself.
 * @param {number} status
 */
export async function leave(status) {
  if (leaving) return;
  leaving = true;
  for (const child of [...running].reverse()) await child.end();
  for (const cleanup of cleanups) cleanup();
  process.exit(status);
}

/**
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @returns {Promise<T | undefined>} undefined when the time is up first
 */
export async function within(ms, promise) {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
}
