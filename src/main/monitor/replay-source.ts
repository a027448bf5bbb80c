import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reading } from '../../shared/metrics/reading.js';
import type { Log } from '../log/log.js';
import type { Monitor } from './monitor.js';
import type { Source } from './source.js';

/** Longest wait that a timer can hold, ms. */
const TIMER_LIMIT_MS = 2 ** 31 - 1;

/** Plays a trace through the monitor on the trace's clock: file order, gaps kept but divided by the speed. */
export function replaySource(
  monitor: Monitor,
  read: () => AsyncIterable<Reading>,
  replay: { readonly file: string; readonly speed: number },
  log: Log,
): Source {
  const ended = new AbortController();
  const play = async (): Promise<void> => {
    monitor.setSampler({ state: 'running', restarts: 0 });
    let due = performance.now();
    let last: number | undefined;
    for await (const tick of ticks(read())) {
      due += Math.max(0, tick.at - (last ?? tick.at)) / replay.speed;
      last = tick.at;
      await waitUntil(due, ended.signal);
      monitor.take(tick.readings, tick.at);
    }
    monitor.setSampler({ state: 'ended', restarts: 0 });
    monitor.addNotice({ code: 'replay-ended', detail: basename(replay.file) });
  };
  return {
    start: () =>
      void play().catch((error: unknown) => {
        if (!ended.signal.aborted) log.error('replay', error);
      }),
    // A trace has a clock of its own: it goes on where it was.
    suspend: () => undefined,
    resume: () => undefined,
    configure: () => undefined,
    setQuiet: () => undefined,
    setWatched: () => undefined,
    report: () => undefined,
    restart: () => undefined,
    readNow: () => false,
    // The programs of this machine now have nothing to do with what was recorded.
    programs: () => Promise.resolve([]),
    stop: () => ended.abort(),
  };
}

/** Groups readings that stand together and share one time stamp. */
export async function* ticks(
  readings: AsyncIterable<Reading>,
): AsyncGenerator<{ readonly at: number; readonly readings: readonly Reading[] }> {
  let group: Reading[] = [];
  for await (const reading of readings) {
    const first = group[0];
    if (first && first.at !== reading.at) {
      yield { at: first.at, readings: group };
      group = [];
    }
    group.push(reading);
  }
  if (group[0]) yield { at: group[0].at, readings: group };
}

async function waitUntil(due: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const rest = due - performance.now();
    if (rest < 1) return signal.throwIfAborted();
    await pause(Math.min(rest, TIMER_LIMIT_MS), undefined, { signal });
  }
}
