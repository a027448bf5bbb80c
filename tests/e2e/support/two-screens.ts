import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './wait.js';

/** Two outputs of a graphics card that is not there; Xvfb has screens too, but Electron sees only its first. */
const CONFIG = `
Section "Device"
  Identifier "Nothing"
  Driver "dummy"
  VideoRam 65536
  Option "Monitor-DUMMY0" "Any"
  Option "Monitor-DUMMY1" "Small"
EndSection
Section "Monitor"
  Identifier "Any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Monitor"
  Identifier "Small"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1024x768" 63.50 1024 1072 1176 1328 768 771 775 798
  Option "Enable" "true"
EndSection
Section "Screen"
  Identifier "Screen"
  Device "Nothing"
  Monitor "Any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2400 1024
  EndSubSection
EndSection
`;

/** Starts a display with a screen of 1280×1024 and one of 1024×768 to its right. @returns what changes it */
export async function startTwoScreens(folder: string) {
  const config = join(folder, 'two-screens.conf');
  writeFileSync(config, CONFIG);
  const log = join(folder, 'xorg.log');
  const options = ['-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts', '-displayfd', '3'];
  const server = spawn('Xorg', ['-config', config, '-logfile', log, ...options], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithTest(server);
  let number = '';
  server.stdio[3]?.on('data', (chunk) => (number += String(chunk)));
  await until('a display', () => number.includes('\n'));
  const env = { ...(process.env as Record<string, string>), DISPLAY: `:${number.trim()}` };
  const arrange = (...args: readonly string[]): void => {
    execFileSync('xrandr', args, { env, timeout: 10_000 });
  };
  arrange('--output', 'DUMMY0', '--mode', '1280x1024');
  arrange('--output', 'DUMMY1', '--mode', '1024x768', '--right-of', 'DUMMY0');
  endWithTest(spawn('openbox', [], { env, stdio: 'ignore' }));
  await until('a window manager', () =>
    execFileSync('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env, encoding: 'utf8' }).includes(
      'window id',
    ),
  );
  return { env, unplugSecond: () => arrange('--output', 'DUMMY1', '--off') };
}

function endWithTest(child: ChildProcess): void {
  const exited = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await exited;
  });
}
