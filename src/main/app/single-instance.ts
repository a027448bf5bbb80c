import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { isWritable } from '../settings/writable.js';
import type { Start } from './prepare.js';

/** What a second start tells the first. */
interface Wish {
  readonly hidden: boolean;
  readonly precheck: boolean;
}

/** What a program that runs has in its user-data folder: on Linux and macOS, on Windows. */
const LOCKS = ['SingletonLock', 'lockfile'] as const;

/** Makes this the only program on its user data. @returns false when another one is, which was told about us */
export function claimSingleInstance({ args, speech }: Start): boolean {
  const wish: Wish = { hidden: args.hidden, precheck: args.precheck };
  if (app.requestSingleInstanceLock(wish) || isLockImpossible(app.getPath('userData'))) return true;
  const key = args.hidden ? 'start.alreadyHidden' : 'start.alreadyRunning';
  process.stderr.write(`${speech.t(key)}\n`);
  app.exit(0);
  return false;
}

/** A folder that takes no lock (read-only, full) refuses it as if another program had it. */
function isLockImpossible(folder: string): boolean {
  const held = LOCKS.some((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }));
  return !held && !isWritable(folder);
}

/** Calls back when the program is started a second time, unless that start asked for the tray alone. */
export function onSecondStart(show: (wish: Pick<Wish, 'precheck'>) => void): void {
  app.on('second-instance', (_event, _argv, _folder, wish) => {
    const { hidden = false, precheck = false } = (wish as Wish | null) ?? {};
    if (precheck || !hidden) show({ precheck });
  });
}
