import type { ReadContext } from '../../../collector.js';
import { type Job, Lane, type Waiter } from './lane.js';
import { parseHostLine } from './message.js';
import { type HostProcess, startProcess } from './process.js';
import { REQUESTS, type RequestName } from './requests.js';
import { findHostScript } from './scripts.js';

/** What the parts of a request said, by name; each is read by the parser of its metric. */
export type HostAnswer = Readonly<Record<string, unknown>>;

/** Why no host can be had on this machine at all, whatever is asked. */
export type Unavailable = 'blocked' | 'absent';

/** What a host is made of; the defaults are the real ones, tests put a stand-in. */
export interface HostOptions {
  readonly program?: string;
  readonly script?: string | null;
  /** Replaces the limit of every request, ms. */
  readonly limitMs?: number;
  /** Longest start, ms. */
  readonly startMs?: number;
  /** Wait before the second start in a row, ms; it doubles from there. */
  readonly backOffMs?: number;
}

/** Longest start, ms: a virus scanner looks at every script (ours). */
const START_MS = 20_000;
/** First wait of the back-off, ms, and the longest (ours). */
const BACK_OFF_MS = 5_000;
const BACK_OFF_LIMIT_MS = 300_000;
/** A host that ran this long, ms, is sound: its end is the first of a row again (ours). */
const SOUND_MS = 60_000;
/** How long it is taken as settled, ms, that PowerShell is forbidden or missing (ours). */
const UNAVAILABLE_MS = 600_000;

/** How PowerShell says, in every language, that a policy of the machine lets it run signed scripts only. */
const FORBIDDEN = /FullyQualifiedErrorId:UnauthorizedAccess|PSSecurityException/;

/**
 * The one PowerShell of ours. It is started at the first question, answers one question a lane at a time, and is
 * replaced when it dies or when an answer takes longer than its limit: the first time at once, then less and less often.
 */
export class PowerShellHost {
  readonly #options: HostOptions;
  readonly #lanes = { quick: new Lane(), slow: new Lane() };
  /** The process; it stays here until it has ended, so that there are never two. */
  #process: HostProcess | null = null;
  #state: 'starting' | 'ready' | 'ending' = 'starting';
  #startTimer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #failures = 0;
  #notBefore = 0;
  #lastFailure = '';
  #unavailable: { readonly why: Unavailable; readonly until: number } | null = null;
  #lastId = 0;
  #disposed = false;
  /** Number of processes started so far, for tests and Diagnostics. */
  starts = 0;

  constructor(options: HostOptions = {}) {
    this.#options = options;
  }

  /**
   * Asks for one of the shipped readings. Askers of the same one share an answer. It rejects when the host fails
   * at it, and when the asker's signal is aborted; the others go on waiting.
   */
  async ask(
    name: RequestName,
    context: Pick<ReadContext, 'signal' | 'raw'>,
  ): Promise<HostAnswer | Unavailable> {
    const now = performance.now();
    if (this.#unavailable !== null && now < this.#unavailable.until) return this.#unavailable.why;
    if (this.#disposed) throw new Error('PowerShell was given up');
    if (this.#process === null && now < this.#notBefore)
      throw new Error(
        `${this.#lastFailure}; the next start is in ${Math.ceil((this.#notBefore - now) / 1_000)} s`,
      );
    const job = this.#lanes[REQUESTS[name].lane].join(name);
    const answer = this.#wait(job, context.signal);
    this.#work();
    try {
      const data = await answer;
      context.raw(`${name}: ${JSON.stringify(data)}\n`);
      return data;
    } catch (error) {
      const complaints = this.#process?.complaints ?? '';
      if (complaints !== '') context.raw(`stderr: ${complaints}\n`);
      const settled = this.#unavailable as { readonly why: Unavailable } | null;
      if (settled !== null) return settled.why;
      throw error;
    }
  }

  /** Ends the process for good. */
  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#startTimer);
    for (const lane of Object.values(this.#lanes)) {
      lane.failRunning(new Error('PowerShell was given up'));
      lane.failWaiting(new Error('PowerShell was given up'));
    }
    this.#process?.kill();
  }

  #wait(job: Job, signal: AbortSignal): Promise<HostAnswer> {
    return new Promise<HostAnswer>((resolve, reject) => {
      const giveUp = (): void => {
        job.waiters.delete(waiter);
        reject(new Error('given up'));
      };
      const waiter: Waiter = {
        resolve: (data) => {
          signal.removeEventListener('abort', giveUp);
          resolve(data);
        },
        reject: (error) => {
          signal.removeEventListener('abort', giveUp);
          reject(error);
        },
      };
      job.waiters.add(waiter);
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
    });
  }

  /** Starts the process where there is none, and gives each idle lane its next question. */
  #work(): void {
    if (this.#disposed) return;
    if (this.#process === null) {
      this.#start();
      return;
    }
    if (this.#state !== 'ready') return;
    for (const lane of Object.values(this.#lanes)) {
      if (lane.running !== null) continue;
      const job = lane.next();
      if (job === null) continue;
      this.#lastId += 1;
      const limitMs = this.#options.limitMs ?? REQUESTS[job.name].limitMs;
      const hung = (): void => this.#replace(`PowerShell did not answer "${job.name}" within ${limitMs} ms`);
      lane.running = { ...job, id: this.#lastId, timer: setTimeout(hung, limitMs) };
      this.#process.send(JSON.stringify({ id: this.#lastId, ask: job.name }));
    }
  }

  #start(): void {
    const script = this.#options.script === undefined ? findHostScript() : this.#options.script;
    if (script === null) {
      this.#giveUp('absent', 'the shipped scripts are missing');
      return;
    }
    const { program, startMs = START_MS } = this.#options;
    this.starts += 1;
    this.#state = 'starting';
    this.#startedAt = performance.now();
    this.#startTimer = setTimeout(
      () => this.#replace(`PowerShell did not start within ${startMs} ms`),
      startMs,
    );
    this.#process = startProcess(program === undefined ? { script } : { program, script }, {
      onLine: (line) => this.#hear(line),
      onEnd: (reason, missing) => this.#ended(reason, missing),
    });
  }

  #hear(line: string): void {
    const message = parseHostLine(line);
    if (message === null || this.#state === 'ending') return;
    if (message.kind === 'blocked') {
      this.#giveUp('blocked', 'PowerShell may not run scripts here');
      return;
    }
    if (message.kind === 'ready') {
      clearTimeout(this.#startTimer);
      this.#state = 'ready';
      this.#unavailable = null;
      this.#work();
      return;
    }
    const lane = Object.values(this.#lanes).find(({ running }) => running?.id === message.id);
    if (lane === undefined || lane.running === null) return;
    if (message.kind === 'refused') {
      lane.failRunning(new Error(`PowerShell: ${message.why}`));
    } else {
      const { timer, waiters } = lane.running;
      clearTimeout(timer);
      lane.running = null;
      for (const waiter of waiters) waiter.resolve(message.data);
    }
    this.#work();
  }

  /** Kills a process that hangs; what comes next is decided when it has ended. */
  #replace(reason: string): void {
    this.#lastFailure = reason;
    this.#state = 'ending';
    this.#failRunning(new Error(reason));
    this.#process?.kill();
  }

  #ended(reason: string, missing: boolean): void {
    clearTimeout(this.#startTimer);
    const wanted = this.#state === 'ending';
    // PowerShell breaks its lines anywhere, also inside of a word.
    const complaints = (this.#process?.complaints ?? '').replace(/\s/g, '');
    const forbidden = this.#state === 'starting' && FORBIDDEN.test(complaints);
    if (!wanted) this.#lastFailure = reason;
    this.#process = null;
    if (this.#disposed) return;
    if (forbidden) {
      this.#giveUp('blocked', 'PowerShell may not run scripts here');
      return;
    }
    if (missing) {
      this.#giveUp('absent', reason);
      return;
    }
    const now = performance.now();
    if (now - this.#startedAt >= SOUND_MS) this.#failures = 0;
    this.#failures += 1;
    const { backOffMs = BACK_OFF_MS } = this.#options;
    // One restart at once; a host that ends again soon is not tried more than the back-off allows.
    const wait =
      this.#failures === 1 ? 0 : Math.min(backOffMs * 2 ** (this.#failures - 2), BACK_OFF_LIMIT_MS);
    this.#notBefore = now + wait;
    const error = new Error(this.#lastFailure);
    this.#failRunning(error);
    if (wait > 0) for (const lane of Object.values(this.#lanes)) lane.failWaiting(error);
    if (Object.values(this.#lanes).some((lane) => lane.isWaitedFor)) this.#start();
  }

  /** Nothing can be asked here; looked at again after a while. */
  #giveUp(why: Unavailable, reason: string): void {
    this.#unavailable = { why, until: performance.now() + UNAVAILABLE_MS };
    clearTimeout(this.#startTimer);
    this.#state = 'ending';
    const error = new Error(reason);
    this.#failRunning(error);
    for (const lane of Object.values(this.#lanes)) lane.failWaiting(error);
    this.#process?.kill();
  }

  #failRunning(error: Error): void {
    for (const lane of Object.values(this.#lanes)) lane.failRunning(error);
  }
}
