// `npm start [-- app switches]`: gets everything that is needed and opens the app.

import { ensureBuilt } from './lib/build.mjs';
import { start } from './lib/child.mjs';
import { lacksDisplay, startDisplay } from './lib/display.mjs';
import { main } from './lib/entry.mjs';
import { DISPLAY_TOOLS } from './lib/linux-system.mjs';
import { isRoot, prepare, ROOT, userFolder } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { STATUS, Stop } from './lib/stop.mjs';
import { why } from './lib/why.mjs';

const RETRY = '--retry-download';

await main(async () => {
  const say = createSay(chooseLanguage(), process.stdout);
  const args = process.argv.slice(2);
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
    cwd: userFolder('start'),
    env,
    stdio: 'inherit',
  });
  const exit = await app.exited;
  if (exit.error) throw new Stop(say.text('electronFailed', { why: why(exit), path: electron.path }));
  if (exit.code === null) throw new Stop(say.text('electronDied', { why: why(exit) }), STATUS.failed);
  return exit.code;
});
