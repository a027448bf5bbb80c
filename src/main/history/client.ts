import type { AnswerTo, HistoryNews, Job, Question, Request, WorkerMessage } from './protocol.js';
import { isSpooled, type Spool } from './spool.js';

/** The thread that owns the database, as main sees it. */
export interface HistoryThread {
  send(request: Request): void;
  /** Settled when it has ended, by itself or by {@link end}. */
  readonly ended: Promise<void>;
  /** Ends it at once. */
  end(): void;
}

/** Starts such a thread. */
export type SpawnHistory = (events: {
  readonly onMessage: (message: WorkerMessage) => void;
  readonly onExit: (reason: string) => void;
}) => HistoryThread;

/** What a client needs from outside. */
export interface HistoryClientOptions {
  readonly spawn: SpawnHistory;
  /** Where jobs wait while no thread runs. */
  readonly spool: Pick<Spool, 'append' | 'writing' | 'isDue' | 'taken'>;
  readonly onNews: (news: HistoryNews) => void;
  /** A thread that was not asked for anything this long may rest, ms; default {@link REST_AFTER_MS}. */
  readonly restAfterMs?: number;
}

/** A request that has no answer yet. */
interface Waiting {
  readonly ask: Job | Question;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that may end by themselves before it is given up for this run. */
const LIVES = 3;

/** Longest wait for the database when the program ends, ms; a disk that hangs must not keep the program. */
const CLOSE_MS = 4_000;

/** A thread rests after this long without a request, ms: a person who looks around waits for no start. */
const REST_AFTER_MS = 15_000;

/**
 * `off`: none, or it died. `starting`: the spool is still written to. `awake`: it takes what is sent. `asked`: to rest; nothing
 * more is sent until it answers. `leaving`: it agreed and ends. `resting`: it has ended, and jobs go to the spool.
 */
type ThreadState = 'off' | 'starting' | 'awake' | 'asked' | 'leaving' | 'resting';

/**
 * Main's side of the history: sends jobs and queries, never waits, and replaces a thread that died. A thread takes 8 MB, so one
 * that nobody asks ends; jobs wait in the spool then, and whatever can't wait there starts the next one.
 */
export class HistoryClient {
  private thread: HistoryThread | null = null;
  private state: ThreadState = 'off';
  private restTimer: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  /** The request to rest. */
  private restId = 0;
  private deaths = 0;
  private ended = false;

  constructor(private readonly options: HistoryClientOptions) {}

  /** Starts the thread, which opens the database and takes in what waits in the spool. */
  start(): void {
    if ((this.state !== 'off' && this.state !== 'resting') || this.deaths >= LIVES) return;
    this.state = 'starting';
    this.spawn();
  }

  /** Stores something. @returns whether it is on disk; false: it waits in memory, or is lost with a defect of ours */
  async store(job: Job): Promise<boolean> {
    const { spool } = this.options;
    if (
      this.state === 'resting' &&
      !this.ended &&
      isSpooled(job) &&
      !spool.isDue &&
      (await spool.append(job))
    )
      return true;
    return this.request(job).then(
      (stored) => stored === true,
      () => false,
    );
  }

  /** Looks something up. @throws Error when the database can't be read now */
  ask<Q extends Question>(query: Q): Promise<AnswerTo<Q>> {
    return this.request(query) as Promise<AnswerTo<Q>>;
  }

  /** Writes what is left, closes the database and waits until its thread has ended, {@link CLOSE_MS} at most. */
  async close(at: number): Promise<void> {
    if (this.state !== 'off') {
      const stored = this.store({ type: 'end', at });
      this.ended = true;
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        late = setTimeout(resolve, CLOSE_MS);
      });
      await Promise.race([stored.then(() => this.thread?.ended), tooLate]);
      clearTimeout(late);
      this.thread?.end();
    }
    this.ended = true;
    clearTimeout(this.restTimer);
    this.refuse('the program ends', () => true);
  }

  private spawn(): void {
    const { spool, spawn } = this.options;
    // A line that is written while the thread reads the file, and removes it, would be lost.
    if (spool.writing !== null) {
      void spool.writing.then(() => this.spawn());
      return;
    }
    spool.taken();
    const thread: HistoryThread = spawn({
      onMessage: (message) => this.hear(message),
      onExit: (reason) => {
        if (this.thread === thread) this.bury(reason);
      },
    });
    this.thread = thread;
    this.wake();
  }

  private request(ask: Job | Question): Promise<unknown> {
    if (this.ended || this.deaths >= LIVES) return Promise.reject(new Error('the history is not running'));
    clearTimeout(this.restTimer);
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { ask, resolve, reject });
      if (this.state === 'awake') this.thread?.send({ id, ask });
      else this.start();
    });
  }

  private hear(message: WorkerMessage): void {
    if (message.type === 'news') {
      this.options.onNews(message.news);
      return;
    }
    if (message.id === this.restId) {
      if (message.type === 'answer' && message.value === true) this.state = 'leaving';
      else this.wake();
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
    this.restSoon();
  }

  /** Sends what came while nothing could be sent. */
  private wake(): void {
    this.state = 'awake';
    for (const [id, { ask }] of this.waiting) this.thread?.send({ id, ask });
    this.restSoon();
  }

  private restSoon(): void {
    clearTimeout(this.restTimer);
    const { restAfterMs = REST_AFTER_MS } = this.options;
    if (this.waiting.size === 0 && !this.ended)
      this.restTimer = setTimeout(() => this.askToRest(), restAfterMs).unref();
  }

  private askToRest(): void {
    if (this.state !== 'awake') return;
    this.state = 'asked';
    this.lastId += 1;
    this.restId = this.lastId;
    this.thread?.send({ id: this.restId, ask: { type: 'rest' } });
  }

  private bury(reason: string): void {
    const { state } = this;
    this.thread = null;
    this.state = state === 'leaving' ? 'resting' : 'off';
    if (state !== 'leaving') {
      if (this.ended) this.refuse(reason, () => true);
      else this.mourn(reason, state === 'awake');
    }
    if (this.waiting.size > 0) this.start();
  }

  /** @param wasSent whether it had got what has no answer */
  private mourn(reason: string, wasSent: boolean): void {
    this.deaths += 1;
    this.options.onNews({ type: 'defect', message: `the thread of the history ended: ${reason}` });
    if (this.deaths >= LIVES) this.options.onNews({ type: 'memory', problem: reason });
    // A batch may be on disk already and would count twice; everything else may be stored twice and is one.
    this.refuse(reason, ({ ask }) => (wasSent && ask.type === 'batch') || this.deaths >= LIVES);
  }

  private refuse(reason: string, which: (waiting: Waiting) => boolean): void {
    for (const [id, waiting] of this.waiting) {
      if (!which(waiting)) continue;
      this.waiting.delete(id);
      waiting.reject(new Error(reason));
    }
  }
}
