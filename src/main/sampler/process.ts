import { homedir } from 'node:os';
import { pack, READINGS_LIMIT } from '../../shared/sampler/gathered.js';
import {
  type ProbeTarget,
  type ProgramKind,
  parseSamplerCommand,
  type SamplerOutput,
} from '../../shared/sampler/protocol.js';
import { systemClock } from './clock.js';
import { createCollectors } from './collectors/index.js';
import { setOptimizing } from './engine.js';
import { Gatherer } from './gatherer.js';
import { parentLine } from './port.js';
import { findPrograms } from './programs/programs.js';
import { createRunner } from './runner.js';
import { collectGarbage, STARTED_MS } from './tidy.js';

/**
 * Entry of the sampler process: collectors in, messages out. It holds no state worth saving: whoever
 * started it may kill it at any time, and it ends by itself as soon as nobody listens any more.
 */
function main(): void {
  const line = parentLine();
  if (line === null) throw new Error('the sampler is started by the app, not by hand');
  const send = (message: SamplerOutput): void => line.send(message);

  const gatherer = new Gatherer({
    clock: systemClock,
    send: (batches) => {
      const [only] = batches;
      const sentAt = Number(process.hrtime.bigint()) / 1e6;
      if (batches.length === 1 && only) send({ type: 'readings', readings: only.readings, sentAt });
      else send({ type: 'gathered', ...pack(batches), sentAt });
    },
  });

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
        gatherer.add(
          from === 0 && readings.length <= READINGS_LIMIT
            ? readings
            : readings.slice(from, from + READINGS_LIMIT),
        );
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
        gatherer.setTick(command.tickMs);
        runner.configure({ tickMs: command.tickMs });
        // Not earlier: a first tick with a default target would leave readings of a target that nobody asked for.
        if (!started) runner.start();
        started = true;
        return;
      case 'quiet':
        return runner.setQuiet(command.quiet);
      case 'patience':
        runner.setIdle(command.idle);
        return gatherer.setPatience(command);
      case 'report':
        send({ type: 'stats', collectors: runner.stats() });
        if (command.raw) send({ type: 'raw', outputs: runner.raws() });
        return;
      case 'read':
        return runner.readNow(command.metrics);
      case 'programs':
        return tellPrograms(command.kind, send);
      case 'suspend':
        gatherer.flush();
        return runner.suspend();
      case 'resume':
        return runner.resume();
      case 'stop':
        return end();
    }
  });
  send({ type: 'ready', pid: process.pid });
  setTimeout(collectGarbage, STARTED_MS);
}

/** Looks for programs, and says what was found; nothing where the list can't be had. */
function tellPrograms(kind: ProgramKind, send: (message: SamplerOutput) => void): void {
  findPrograms(kind)
    .catch((error: unknown) => {
      console.error(`sampler: programs: ${String(error)}`);
      return [];
    })
    .then((programs) => send({ type: 'programs', kind, programs }), crash);
}

/** A bug ends the process with a trace; main starts a new one. Going on half-broken would hide it. */
function crash(error: unknown): never {
  console.error(error);
  process.exit(1);
}

setOptimizing(false);
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
main();
