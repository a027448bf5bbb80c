import {
  parseSamplerMessage,
  type SamplerCommand,
  type SamplerMessage,
} from '../../shared/sampler/protocol.js';
import type { SamplerStatus } from '../../shared/sampler/status.js';
import type { Log } from '../log/log.js';
import { restartDelay } from './back-off.js';
import { NO_PATIENCE, type Patience } from './patience.js';
import type { SamplerConfiguration } from './source.js';
import { Watchdog } from './watchdog.js';

/** A running sampler process, as the host sees it. */
export interface SamplerChild {
  send(command: SamplerCommand): void;
  /** Ends it for certain, even when it hangs. */
  kill(): void;
}

/** Starts a sampler process. */
export type SpawnSampler = (events: {
  readonly onMessage: (message: unknown) => void;
  readonly onExit: (reason: string) => void;
}) => SamplerChild;

/** What a host is made of. */
export interface SamplerHostOptions {
  readonly spawn: SpawnSampler;
  /** The first one; {@link SamplerHost.configure} takes others. */
  readonly configuration: SamplerConfiguration;
  readonly onMessage: (message: SamplerMessage) => void;
  readonly onStatus: (status: SamplerStatus) => void;
  /** No news for {@link SILENT_TICKS} ticks and as long as patience explains; again every tick until there are some. */
  readonly onSilence: () => void;
  readonly log: Log;
}

/** Ticks without news that count as silence: readings are stale after as many. */
export const SILENT_TICKS = 3;
/** Time that a sampler has for its first message, ms; a cold disk and a virus scanner make it slow. */
const START_MS = 20_000;
/** One that has spoken and then is silent this long beyond those ticks, ms, hangs. */
const SILENCE_MS = 4_000;
/** A sampler that ran this long, ms, is sound: the next end is the first of a row again. */
const SOUND_MS = 60_000;

/** Keeps one sampler process running: starts it, listens, and replaces it when it dies or falls silent. */
export class SamplerHost {
  private child: SamplerChild | null = null;
  private state: SamplerStatus['state'] = 'starting';
  private restarts = 0;
  private failures = 0;
  private startedAt = 0;
  private restart: NodeJS.Timeout | undefined;
  private readonly watchdog = new Watchdog(() => this.hearNothing());
  /** How often it may still be found silent. Counted, because no clock tells how long this process was held up. */
  private silencesLeft = 0;
  private isSilent = false;
  private configuration: SamplerConfiguration;
  private quiet = false;
  private patience: Patience = NO_PATIENCE;

  constructor(private readonly options: SamplerHostOptions) {
    this.configuration = options.configuration;
  }

  /** Starts the process. */
  start(): void {
    this.startedAt = performance.now();
    // An event of a process that was replaced is none of ours any more.
    const own =
      <T>(handle: (value: T) => void) =>
      (value: T): void => {
        if (this.child === child) handle(value);
      };
    const child: SamplerChild = this.options.spawn({
      onMessage: own((message: unknown) => this.hear(message)),
      onExit: own((reason: string) => this.replace(reason)),
    });
    this.child = child;
    child.send(this.configuration);
    if (this.quiet) child.send({ type: 'quiet', quiet: true });
    if (this.patience !== NO_PATIENCE) child.send(this.patience);
    // One that follows another does not put off that the station notices the silence.
    if (this.state === 'starting') this.expectFirstNews();
    else this.silencesLeft = this.ticksIn(START_MS);
  }

  /** Tells the process, and every later one, to measure otherwise. */
  configure(configuration: SamplerConfiguration): void {
    this.configuration = configuration;
    this.child?.send(configuration);
  }

  /** Lets dear collectors wait, or go on; a later process, too. */
  setQuiet(quiet: boolean): void {
    this.quiet = quiet;
    this.child?.send({ type: 'quiet', quiet });
  }

  /** Lets readings wait for each other; a later process, too. */
  setPatience(patience: Patience): void {
    this.patience = patience;
    this.child?.send(patience);
    if (this.state === 'running' && !this.isSilent) this.expectNews();
  }

  /** Asks the process for its statistics, and with `raw` for what its sources last said. */
  report(raw: boolean): void {
    this.child?.send({ type: 'report', raw });
  }

  /** Gives the process something to do now. @returns whether there is one */
  ask(command: SamplerCommand): boolean {
    if (!this.child || this.state !== 'running') return false;
    this.child.send(command);
    return true;
  }

  /** The machine goes to sleep. */
  suspend(): void {
    this.watchdog.rest();
    this.child?.send({ type: 'suspend' });
    this.setState('suspended');
  }

  /** The machine is awake again. */
  resume(): void {
    this.child?.send({ type: 'resume' });
    this.expectFirstNews();
    this.setState(this.child ? 'running' : 'restarting');
  }

  /** Ends the process for good. */
  stop(): void {
    clearTimeout(this.restart);
    this.watchdog.rest();
    const { child } = this;
    this.child = null;
    child?.send({ type: 'stop' });
    child?.kill();
    this.setState('ended');
  }

  private hear(input: unknown): void {
    const message = parseSamplerMessage(input);
    if (message === null) {
      this.options.log.warn('sampler: a message that is none was dropped');
      return;
    }
    if (this.state !== 'suspended') this.setState('running');
    this.options.onMessage(message);
    if (this.state !== 'running') return;
    this.silencesLeft = this.ticksIn(SILENCE_MS);
    this.expectNews();
  }

  private expectFirstNews(): void {
    this.silencesLeft = this.ticksIn(Math.max(0, START_MS - this.silenceMs));
    this.expectNews();
  }

  private expectNews(): void {
    this.isSilent = false;
    this.watchdog.expect(this.silenceMs);
  }

  /** Time without news that counts as silence, ms. */
  private get silenceMs(): number {
    return SILENT_TICKS * this.configuration.tickMs + this.patience.ms;
  }

  private hearNothing(): void {
    this.isSilent = true;
    if (this.child && this.silencesLeft === 0) this.giveUp('silent');
    this.silencesLeft -= 1;
    this.watchdog.expect(this.configuration.tickMs);
    this.options.onSilence();
  }

  private ticksIn(ms: number): number {
    return Math.ceil(ms / this.configuration.tickMs);
  }

  /** Ends the process and starts another one, though it answers. */
  replaceNow(): void {
    if (this.child) this.giveUp('too dear');
  }

  private giveUp(reason: string): void {
    const { child } = this;
    this.replace(reason);
    child?.kill();
  }

  private replace(reason: string): void {
    this.child = null;
    if (performance.now() - this.startedAt > SOUND_MS) this.failures = 0;
    this.failures += 1;
    this.restarts += 1;
    const delay = restartDelay(this.failures);
    this.options.log.warn(`sampler: ended (${reason}), starting a new one in ${delay} ms`);
    if (this.state !== 'suspended') this.setState('restarting');
    this.restart = setTimeout(() => this.start(), delay);
  }

  private setState(state: SamplerStatus['state']): void {
    if (state === this.state) return;
    this.state = state;
    this.options.onStatus({ state, restarts: this.restarts });
  }
}
