import { app } from 'electron';
import type { Start } from './prepare.js';

/** What a second start tells the first. */
interface Wish {
  readonly hidden: boolean;
}

/** Makes this the only program on its user data. @returns false when another one is, which was told about us */
export function claimSingleInstance({ args, speech }: Start): boolean {
  const wish: Wish = { hidden: args.hidden };
  if (app.requestSingleInstanceLock(wish)) return true;
  const key = args.hidden ? 'start.alreadyHidden' : 'start.alreadyRunning';
  process.stderr.write(`${speech.t(key)}\n`);
  app.exit(0);
  return false;
}

/** Calls back when the program is started a second time, unless that start asked for the tray alone. */
export function onSecondStart(show: () => void): void {
  app.on('second-instance', (_event, _argv, _folder, wish) => {
    if (!(wish as Wish | null)?.hidden) show();
  });
}
