import { app } from 'electron';
import { prepare } from './app/prepare.js';
import { run } from './app/run.js';
import { claimSingleInstance } from './app/single-instance.js';
import { CommandError, EXIT } from './cli/exit.js';
import { registerScheme } from './security/protocol.js';

const start = prepare(process.argv, process.env);
// The lock comes before the first write: two programs on one folder would spoil each other's files.
if (start && claimSingleInstance(start)) {
  registerScheme();
  // The appId of electron-builder.yml: without it Windows shows no notification of ours.
  if (process.platform === 'win32') app.setAppUserModelId('app.onair-sentry.desktop');
  // Not awaited here: Electron becomes ready only after index.ts has ended, which waits for this module.
  app
    .whenReady()
    .then(() => run(start))
    .catch((error: unknown) => {
      const expected = error instanceof CommandError;
      process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`);
      app.exit(expected ? error.status : EXIT.internal);
    });
}
