import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, ROOT } from '../lib/project.mjs';
import { startProgram } from './program.mjs';

/**
 * What every measurement needs to know.
 * @typedef {object} Bench
 * @property {string} electron the executable
 * @property {NodeJS.ProcessEnv} env of the desktop
 * @property {string} work folder for data of the programs
 * @property {string} app folder of our program
 * @property {number} seconds of tray mode to measure, per program and in all
 * @property {(line: string) => void} tell
 */
/** @typedef {ReturnType<typeof startProgram>} Program */

const REFERENCE = join(ROOT, 'tests', 'bench', 'reference');
/** A copy is measured: a build meanwhile must not change what runs. */
const PARTS = ['package.json', 'out', 'resources'];

/** Copies our program. @param {string} work @returns {string} its folder */
export function copyApp(work) {
  const app = join(work, 'app');
  for (const part of PARTS) cpSync(join(ROOT, part), join(app, part), { recursive: true });
  // The database is a package of its own; without it the program would run without a history.
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'), 'junction');
  return app;
}

/**
 * The command line of our program. Only this machine is probed.
 * @param {Bench} bench
 * @param {readonly string[]} switches
 * @param {{ popups?: boolean }} [options] popups: with them, for what this machine lacks opens one, which is no part of
 *   the program's rest; default without
 * @returns {[string, string[]]}
 */
export function ourCommand(bench, switches, { popups = false } = {}) {
  // A program in daily use is past its first-run set-up, which would lie over the dashboard.
  const settings = { setUp: true, popups: popups ? 'always' : 'never' };
  return electron(bench, bench.app, popups ? 'ours-popups' : 'ours', settings, [
    '--probe-target=127.0.0.1',
    '--lang=en',
    ...switches,
  ]);
}

/**
 * The command line of the reference of a shape.
 * @param {Bench} bench
 * @param {'tray' | 'window' | 'static' | 'popup'} part
 * @param {readonly string[]} [switches]
 * @returns {[string, string[]]}
 */
export function referenceCommand(bench, part, switches = []) {
  const icon = join(bench.app, 'resources', 'icons', 'tray', 'linux', 'ok.png');
  return electron(bench, REFERENCE, 'reference', {}, [`--part=${part}`, `--icon=${icon}`, ...switches]);
}

/** @param {Bench} bench @param {readonly string[]} switches @param {{ popups?: boolean }} [options] */
export const startOurs = (bench, switches, options) => startHere(bench, ourCommand(bench, switches, options));

/**
 * @param {Bench} bench
 * @param {'tray' | 'window' | 'static' | 'popup'} part
 * @param {readonly string[]} [switches]
 */
export const startReference = (bench, part, switches) =>
  startHere(bench, referenceCommand(bench, part, switches));

/** @param {Bench} bench @param {[string, string[]]} command */
const startHere = ({ env, work }, [command, args]) => startProgram(command, args, { env, cwd: work });

/**
 * @param {Bench} bench
 * @param {string} folder
 * @param {string} name of the folder for its data; kept between starts, as on a user's machine
 * @param {Record<string, unknown>} settings of its first start
 * @param {readonly string[]} switches
 * @returns {[string, string[]]}
 */
function electron(bench, folder, name, settings, switches) {
  const data = join(bench.work, name);
  mkdirSync(data, { recursive: true });
  const file = join(data, 'settings.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings));
  const flags = isRoot ? ['--no-sandbox'] : [];
  return [bench.electron, [...flags, '--log-level=3', folder, `--user-data-dir=${data}`, ...switches]];
}
