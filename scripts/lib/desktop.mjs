import { setTimeout as sleep } from 'node:timers/promises';
import { run, start } from './child.mjs';
import { startDisplay } from './display.mjs';
import { Stop } from './stop.mjs';

const READY_TIME = 20_000;
const ASK_TIME = 3000;
const POLL = 100;

/**
 * Starts a whole desktop on a virtual display for the end-to-end tests: session bus, window manager,
 * panel with a tray, notification daemon. It ends with the script.
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} base
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for programs on this desktop
 */
export async function startDesktop(say, base) {
  const display = await startDisplay(say, '1920x1200x24');
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...base, DISPLAY: display, XDG_CURRENT_DESKTOP: 'XFCE' };
  delete env.WAYLAND_DISPLAY;
  env.DBUS_SESSION_BUS_ADDRESS = await startBus(say, env);

  await part(say, env, 'openbox', [], () => hasWindowManager(env));
  await part(say, env, 'dunst', [], () => ownsName(env, 'org.freedesktop.Notifications'));
  // Its check for a known window manager can only fail here.
  await part(say, env, 'xfce4-panel', ['--disable-wm-check'], () =>
    ownsName(env, 'org.kde.StatusNotifierWatcher'),
  );
  say('desktopStarted', { display });
  return env;
}

/**
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the bus's address
 */
async function startBus(say, env) {
  let address = '';
  await part(
    say,
    env,
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--print-address'],
    (output) => {
      address = output.split('\n')[0] ?? '';
      return output.includes('\n');
    },
  );
  return address;
}

/**
 * Starts one program of the desktop and waits until it is ready.
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @param {string} command
 * @param {string[]} args
 * @param {(output: string) => boolean | Promise<boolean>} isReady
 */
async function part(say, env, command, args, isReady) {
  const child = start(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.on('data', (chunk) => (output += chunk));
  }
  let ended = false;
  void child.exited.then(() => (ended = true));
  const deadline = Date.now() + READY_TIME;
  while (!(await isReady(output))) {
    if (ended || Date.now() > deadline) {
      const why = ended ? 'ended' : 'time-out';
      throw new Stop(say.text('desktopFailed', { part: command, why, output: output.trim() }));
    }
    await sleep(POLL);
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function hasWindowManager(env) {
  const { output } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env, timeout: ASK_TIME });
  return output.includes('window id');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name on the session bus
 */
async function ownsName(env, name) {
  const target = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const call = ['org.freedesktop.DBus.NameHasOwner', `string:${name}`];
  const { output } = await run('dbus-send', [...target, ...call], { env, timeout: ASK_TIME });
  return output.includes('boolean true');
}
