import type { AnswerTo, HistoryNews, Job, Question, Request, WorkerMessage } from './protocol.js';

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
  readonly onNews: (news: HistoryNews) => void;
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

/** Main's side of the history: sends jobs and queries, never waits, and replaces a thread that died. */
export class HistoryClient {
  private thread: HistoryThread | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private deaths = 0;
  private ended = false;

  constructor(private readonly options: HistoryClientOptions) {}

  /** Starts the thread, which opens the database. */
  start(): void {
    if (this.thread || this.ended || this.deaths >= LIVES) return;
    const thread: HistoryThread = this.options.spawn({
      onMessage: (message) => this.hear(message),
      onExit: (reason) => {
        if (this.thread === thread) this.replace(reason);
      },
    });
    this.thread = thread;
  }

  /** Stores something. @returns whether it is on disk; false: it waits in memory, or is lost with a defect of ours */
  store(job: Job): Promise<boolean> {
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
    const { thread } = this;
    if (thread) {
      const stored = this.store({ type: 'end', at });
      this.ended = true;
      this.thread = null;
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        late = setTimeout(resolve, CLOSE_MS);
      });
      await Promise.race([stored.then(() => thread.ended), thread.ended, tooLate]);
      clearTimeout(late);
      thread.end();
    }
    this.ended = true;
    this.refuse('the program ends', () => true);
  }

  private request(ask: Job | Question): Promise<unknown> {
    this.start();
    const { thread } = this;
    if (!thread) return Promise.reject(new Error('the history is not running'));
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { ask, resolve, reject });
      thread.send({ id, ask });
    });
  }

  private hear(message: WorkerMessage): void {
    if (message.type === 'news') {
      this.options.onNews(message.news);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  private replace(reason: string): void {
    this.thread = null;
    this.deaths += 1;
    this.options.onNews({ type: 'defect', message: `the thread of the history ended: ${reason}` });
    if (this.deaths >= LIVES) this.options.onNews({ type: 'memory', problem: reason });
    // A batch may be on disk already and would count twice; everything else may be stored twice and is one.
    this.refuse(reason, ({ ask }) => ask.type === 'batch' || this.deaths >= LIVES);
    if (this.waiting.size === 0) return;
    this.start();
    this.sendAgain();
  }

  private sendAgain(): void {
    for (const [id, { ask }] of this.waiting) this.thread?.send({ id, ask });
  }

  private refuse(reason: string, which: (waiting: Waiting) => boolean): void {
    for (const [id, waiting] of this.waiting) {
      if (!which(waiting)) continue;
      this.waiting.delete(id);
      waiting.reject(new Error(reason));
    }
  }
}
