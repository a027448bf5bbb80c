import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FakeHardware } from '../../support/fake-hardware.js';
import { electronPath, launch, type RunningApp } from './app.js';

/** Fake hardware for one test. */
export function fakeHardware(): FakeHardware {
  const hardware = new FakeHardware();
  onTestFinished(() => hardware.remove());
  return hardware;
}

/** Starts the whole app on fake hardware, as a program of its own that the driver can start. */
export function launchOn(hardware: FakeHardware, userData: string): Promise<RunningApp> {
  const [program, args] = hardware.command(electronPath());
  const wrapper = join(userData, 'electron-on-fake-hardware');
  writeFileSync(wrapper, `#!/bin/sh\nexec '${program}' ${args.map((arg) => `'${arg}'`).join(' ')} "$@"\n`);
  chmodSync(wrapper, 0o755);
  return launch(['--probe-target=127.0.0.1'], userData, {}, wrapper);
}
