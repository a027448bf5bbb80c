import { type ChildProcess, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Beat } from './beat.js';
import { MemoryFile } from './memory-file.js';
import { PROBE_TIMEOUT_MS, type ProbeMethod, type ProbeRun, sleep } from './method.js';

/** One answer as `ping` prints it. */
export interface PingReply {
  readonly sequence: number;
  readonly tripMs: number;
}

/** Parses a reply line of ping (iputils, BSD, BusyBox); null: some other line. */
export function parsePingReply(line: string): PingReply | null {
  const match = /\b(?:icmp_)?seq=(\d{1,9})\b.*\btime[=<](\d{1,9}(?:\.\d{1,9})?) ?ms/.exec(line);
  if (!match || /\bDUP!/.test(line)) return null;
  return { sequence: Number(match[1]), tripMs: Number(match[2]) };
}

/**
 * Turns the replies of one ping program into outcomes in the order of their sequence: what a later reply
 * overtook is lost, and so is every second of silence. Sequence numbers are 16 bits wide and start anew.
 */
export class PingLedger {
  #next: number | null = null;
  #lastAt: number;

  constructor(
    private readonly intervalMs: number,
    startedAt: number,
    private readonly onOutcome: ProbeRun['onOutcome'],
  ) {
    this.#lastAt = startedAt;
  }

  reply({ sequence, tripMs }: PingReply, at: number): void {
    // The first number is 1 (iputils) or 0 (others); what was counted as silence before is not lost again.
    const expected = this.#next ?? sequence;
    const ahead = (sequence - expected) & 0xffff;
    if (ahead >= 0x8000) return;
    for (let missed = 0; missed < ahead; missed += 1) this.onOutcome(null);
    this.onOutcome(tripMs <= PROBE_TIMEOUT_MS ? tripMs : null);
    this.#next = (sequence + 1) & 0xffff;
    this.#lastAt = at;
  }

  /** Counts silence: call it now and then. */
  look(at: number): void {
    while (at - this.#lastAt > this.intervalMs + PROBE_TIMEOUT_MS) {
      this.onOutcome(null);
      if (this.#next !== null) this.#next = (this.#next + 1) & 0xffff;
      this.#lastAt += this.intervalMs;
    }
  }
}

/** A ping whose parent was killed lives on to the end of its series: 10 minutes at one a second. */
const LONGEST_SERIES = 600;

/** Shortest interval that every ping grants to everybody but root, ms (iputils before 2021 and BSD). */
const USER_INTERVAL_MS = 200;

const fastestMs = (): number => (process.getuid?.() === 0 ? 0 : USER_INTERVAL_MS);

/** Whether this process may ping at such a pace. */
export const canPingEvery = (intervalMs: number): boolean => intervalMs >= fastestMs();

/** Room for the longest series, bytes: no line of ping is half as long. */
const SERIES_BYTES = LONGEST_SERIES * 200;

/**
 * ICMP through the system's own `ping`, one long-lived program: a plain process may not open ICMP sockets,
 * ping may. Only for Unix; Windows prints replies without numbers and in its own language.
 */
export function createPingMethod(address: string): ProbeMethod {
  return {
    name: `icmp ${address}`,
    async run(run) {
      if (run.signal.aborted) return;
      const output = run.beat ? MemoryFile.create(SERIES_BYTES) : null;
      const child = startPing(address, run, output?.fd ?? 'pipe');
      const end = new AbortController();
      const exited = new Promise<void>((resolve) => {
        child.on('error', () => resolve());
        child.on('close', () => resolve());
      }).finally(() => end.abort());
      const stop = (): void => void child.kill();
      run.signal.addEventListener('abort', stop);
      try {
        if (run.beat && output) followAtBeats(output, run, run.beat, end.signal);
        else if (Number.isFinite(run.count)) await countReplies(child, run, exited);
        else await follow(child, run, end.signal);
        await exited;
      } finally {
        run.signal.removeEventListener('abort', stop);
        output?.close();
      }
    },
  };
}

function startPing(address: string, run: ProbeRun, output: number | 'pipe'): ChildProcess {
  const seconds = Math.max(run.intervalMs, fastestMs()) / 1_000;
  const count = Math.min(run.count, LONGEST_SERIES);
  return spawn('ping', ['-n', '-i', String(seconds), '-c', String(count), address], {
    stdio: ['ignore', output, 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  });
}

/** A bounded series: what has not answered when ping has ended is lost. Nothing at all: ping did not work. */
async function countReplies(child: ChildProcess, run: ProbeRun, exited: Promise<void>): Promise<void> {
  const answered = new Set<number>();
  onReplies(child, ({ sequence, tripMs }) => {
    if (answered.has(sequence) || tripMs > PROBE_TIMEOUT_MS) return;
    answered.add(sequence);
    run.onOutcome(tripMs);
  });
  const giveUp = setTimeout(() => child.kill(), run.count * run.intervalMs + 2 * PROBE_TIMEOUT_MS);
  await exited;
  clearTimeout(giveUp);
  if (answered.size === 0 || run.signal.aborted) return;
  for (let lost = answered.size; lost < run.count; lost += 1) run.onOutcome(null);
}

async function follow(child: ChildProcess, run: ProbeRun, ended: AbortSignal): Promise<void> {
  const ledger = new PingLedger(run.intervalMs, performance.now(), run.onOutcome);
  onReplies(child, (reply) => ledger.reply(reply, performance.now()));
  while (!ended.aborted) {
    // Replies wake the process already; silence may be counted two probes at a time.
    await sleep(2 * run.intervalMs, ended);
    if (!ended.aborted && !run.signal.aborted) ledger.look(performance.now());
  }
}

/** The same, looking at what ping said at the beats only: until then it wakes nobody. */
function followAtBeats(output: MemoryFile, run: ProbeRun, beat: Beat, ended: AbortSignal): void {
  const ledger = new PingLedger(run.intervalMs, performance.now(), run.onOutcome);
  const look = (): void => {
    for (const line of output.readLines()) {
      const reply = parsePingReply(line);
      if (reply !== null) ledger.reply(reply, performance.now());
    }
  };
  const stop = beat.on(() => {
    look();
    ledger.look(performance.now());
  });
  ended.addEventListener('abort', () => {
    stop();
    if (!run.signal.aborted) look();
  });
}

function onReplies(child: ChildProcess, handle: (reply: PingReply) => void): void {
  let rest = '';
  child.stdout?.setEncoding('latin1').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(-1_000);
    for (const line of lines) {
      const reply = parsePingReply(line);
      if (reply !== null) handle(reply);
    }
  });
}
