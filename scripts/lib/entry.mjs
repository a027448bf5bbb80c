import { leave } from './child.mjs';
import { STATUS, Stop } from './stop.mjs';

const PARENT_POLL = 500;

/**
 * Runs one of the commands: signals end everything that was started, a failure becomes one clear line.
 * @param {() => Promise<number>} command returns the exit status
 */
export async function main(command) {
  process.on('SIGINT', () => void leave(130));
  process.on('SIGTERM', () => void leave(143));
  process.on('SIGHUP', () => void leave(129));
  if (process.env.npm_lifecycle_event) leaveWithParent();
  // A reader that went away (`npm start | head`) must not leave our children behind.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void leave(141));
  process.on('uncaughtException', (error) => void leave(report(error)));
  await leave(await command().catch(report));
}

/** npm passes a SIGTERM on to the shell between it and us, and no further: the shell's end is our signal. */
function leaveWithParent() {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) void leave(143);
  };
  setInterval(look, PARENT_POLL).unref();
}

/** @param {unknown} error */
function report(error) {
  console.error(error instanceof Stop ? error.message : error);
  return error instanceof Stop ? error.status : STATUS.internal;
}
