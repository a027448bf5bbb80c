import { ensureBuilt } from './build.mjs';
import { start } from './child.mjs';
import { lacksDisplay, startDisplay } from './display.mjs';
import { DISPLAY_TOOLS } from './linux-system.mjs';
import { isRoot, prepare, ROOT, userFolder } from './project.mjs';
import { STATUS, Stop } from './stop.mjs';
import { why } from './why.mjs';

const RETRY = '--retry-download';

/**
 * Gets everything that is needed, opens the app, and waits until it ends.
 * @param {import('./say.mjs').Say} say
 * @param {string} script the npm script that was called
 * @param {readonly string[]} args switches of the app, and ours
 * @returns {Promise<number>} the app's exit status
 */
export async function openApp(say, script, args) {
  const headless = lacksDisplay();
  const electron = await prepare(say, headless ? DISPLAY_TOOLS : {}, args.includes(RETRY));
  await ensureBuilt(ROOT, say);

  const env = { ...process.env };
  // Set in the terminals of some editors; it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const switches = args.filter((arg) => arg !== RETRY);
  if (headless) {
    env.DISPLAY = await startDisplay(say);
    say('displayStarted', { display: env.DISPLAY });
    switches.push('--print-state');
  }
  say('opening');
  const flags = isRoot ? ['--no-sandbox'] : [];
  // Chromium's complaints about a missing desktop would bury the state that is printed.
  if (headless) flags.push('--log-level=3');
  const app = start(electron.path, [...flags, ROOT, ...switches], {
    cwd: userFolder(script),
    env,
    stdio: 'inherit',
  });
  const exit = await app.exited;
  if (exit.error) throw new Stop(say.text('electronFailed', { why: why(exit), path: electron.path }));
  if (exit.code === null) throw new Stop(say.text('electronDied', { why: why(exit) }), STATUS.failed);
  return exit.code;
}
