import { homedir } from 'node:os';
import type { ProbeTarget } from '../../shared/sampler/protocol.js';
import { parseSamplerCommand, READINGS_LIMIT, type SamplerMessage } from '../../shared/sampler/protocol.js';
import { createCollectors } from './collectors/index.js';
import { parentLine } from './port.js';
import { createRunner } from './runner.js';

/**
 * Entry of the sampler process: collectors in, messages out. It holds no state worth saving: whoever
 * started it may kill it at any time, and it ends by itself as soon as nobody listens any more.
 */
function main(): void {
  const line = parentLine();
  if (line === null) throw new Error('the sampler is started by the app, not by hand');
  const send = (message: SamplerMessage): void => line.send(message);

  let started = false;
  let probeTarget: ProbeTarget | null = null;
  const runner = createRunner({
    collectors: createCollectors({
      platform: process.platform,
      home: homedir(),
      probeTarget: () => probeTarget,
    }),
    onReadings: (readings) => {
      for (let from = 0; from < readings.length; from += READINGS_LIMIT)
        send({ type: 'readings', readings: readings.slice(from, from + READINGS_LIMIT) });
    },
    onStats: (collectors) => send({ type: 'stats', collectors: [...collectors] }),
  });

  const end = (): never => {
    runner.stop();
    process.exit(0);
  };
  line.onClosed(end);
  line.onMessage((message) => {
    const command = parseSamplerCommand(message);
    if (command === null) return console.error('sampler: a message that is no command was dropped');
    switch (command.type) {
      case 'configure':
        probeTarget = command.probeTarget;
        runner.configure({ tickMs: command.tickMs });
        // Not earlier: a first tick with a default target would leave readings of a target that nobody asked for.
        if (!started) runner.start();
        started = true;
        return;
      case 'suspend':
        return runner.suspend();
      case 'resume':
        return runner.resume();
      case 'stop':
        return end();
    }
  });
  send({ type: 'ready', pid: process.pid });
}

/** A bug ends the process with a trace; main starts a new one. Going on half-broken would hide it. */
function crash(error: unknown): never {
  console.error(error);
  process.exit(1);
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
main();
