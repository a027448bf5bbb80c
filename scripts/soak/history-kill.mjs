import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../lib/project.mjs';

/** Longest life of a victim after it has begun to write, ms. */
const LIFE_MS = 120;

/**
 * @typedef {{ id: string, peak: number, closed: boolean }} Said what a victim was told to be on disk
 * @typedef {{ said: number[], broken: unknown[] }} Checks what victims were told, and found wrong when they started
 * @typedef {object} Kills
 * @property {number} kills
 * @property {number} incidents that were on disk by the history's word
 * @property {string[]} lost ids that are not there, or older than what was said
 * @property {string[]} doubled causes with two incidents that are open
 * @property {number} checks whose records were on disk by their word
 * @property {number[]} missing numbers of those that are not there
 * @property {unknown[]} broken what was wrong with the chain of records at some start
 * @property {string} integrity `ok`, or what SQLite found
 */

/**
 * Kills a program that writes incidents and records of checks at random moments, again and again on one file, every other time
 * while the thread of the history rests, and looks at what is there.
 * @param {number} kills
 * @returns {Promise<Kills>}
 */
export async function killHistory(kills) {
  // Installed by npm only after this module was loaded, hence the late imports.
  const { build } = await import('vite');
  const { default: Database } = await import('libsql');
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.kill-'));
  try {
    const input = {
      victim: join(ROOT, 'tests/bench/history-victim.ts'),
      worker: join(ROOT, 'src/main/history/worker.ts'),
    };
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr: true, rollupOptions: { input }, outDir: folder, target: 'node20', emptyOutDir: false },
    });
    const file = join(folder, 'history.db');
    /** @type {Map<string, Said>} */
    const said = new Map();
    /** @type {Checks} */
    const checks = { said: [], broken: [] };
    for (let kill = 0; kill < kills; kill += 1)
      await killOne([join(folder, 'victim.js'), file, ...(kill % 2 === 1 ? ['rest'] : [])], said, checks);

    // What the last one left in the spool comes into the database with the next start.
    spawnSync(process.execPath, [join(folder, 'victim.js'), file, 'look'], {
      stdio: 'ignore',
      timeout: 30_000,
    });
    const db = new Database(file);
    const rows = /** @type {[string][]} */ (db.prepare('SELECT json FROM incident').raw().all());
    const found = new Map(rows.map(([json]) => [JSON.parse(json).id, JSON.parse(json)]));
    const lost = [...said.values()].filter(({ id, peak, closed }) => {
      const stored = found.get(id);
      return !stored || stored.peak < peak || (closed && stored.closedAt === null);
    });
    const doubled = /** @type {[string][]} */ (
      db
        .prepare(
          'SELECT instance FROM incident WHERE closed_at IS NULL GROUP BY instance HAVING count(*) > 1',
        )
        .raw()
        .all()
    );
    const [[integrity]] = /** @type {[[string]]} */ (db.prepare('PRAGMA integrity_check').raw().all());
    const records = /** @type {[number][]} */ (db.prepare('SELECT seq FROM precheck').raw().all());
    const there = new Set(records.map(([seq]) => seq));
    db.close();
    return {
      kills,
      incidents: said.size,
      lost: lost.map(({ id }) => id),
      doubled: doubled.map(([cause]) => cause),
      checks: checks.said.length,
      missing: checks.said.filter((seq) => !there.has(seq)),
      broken: checks.broken,
      integrity,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} command of the victim
 * @param {Map<string, Said>} said
 * @param {Checks} checks
 */
async function killOne(command, said, checks) {
  const victim = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(victim.stdout);
  const ready = new Promise((resolve) => {
    lines.on('line', (line) => {
      const word = JSON.parse(line);
      if (word === 'ready') resolve(undefined);
      else if ('check' in word) checks.said.push(word.check);
      else if ('broken' in word) checks.broken.push(word.broken);
      else said.set(word.id, word);
    });
  });
  const ended = once(lines, 'close');
  await Promise.race([ready, ended]);
  await sleep(Math.random() * LIFE_MS);
  victim.kill('SIGKILL');
  await ended;
}
