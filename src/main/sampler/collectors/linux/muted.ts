import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf } from '../answers.js';
import type { EventStream, OpenEvents } from './sound-events.js';
import { changedBy, parseLeadingSource, parseSources, parseWpctl, type SoundState } from './sound-list.js';

const metric = 'microphone.muted';

/** Least time between two questions, ms: some programs turn the level up and down all the time, each of which is an event. */
const ASK_AGAIN_MS = 30_000;
/** Least time between two starts of the program that follows events, ms. */
const FOLLOW_AGAIN_MS = 60_000;

/** How `microphone.muted` is read. */
export interface MutedOptions {
  readonly run: RunCommand;
  readonly open: OpenEvents;
  /** Folder for the sockets of this user's session, `XDG_RUNTIME_DIR`; undefined: there is no session. */
  readonly runtimeDir: string | undefined;
}

/**
 * `microphone.muted`: the switch of the source that programs get unless they choose (PipeWire or PulseAudio). One `pactl subscribe` sleeps until something changes; only then, and at most every 30 s, another program asks
 * what (two where another source may lead). Where `pactl` is missing, `wpctl` is asked once a minute.
 */
export function createMuted({ run, open, runtimeDir }: MutedOptions): Collector {
  let events: EventStream | null = null;
  let followedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isStale = true;
  /** undefined: to be asked. */
  let leading: string | null | undefined;
  let serverChanges = 0;
  let samples: readonly Sample[] = [];
  let hasPactl = true;

  function follow(now: number): void {
    if (!hasPactl || events?.isOpen === true || now - followedAt < FOLLOW_AGAIN_MS) return;
    followedAt = now;
    isStale = true;
    leading = undefined;
    events = open((line) => {
      const what = changedBy(line);
      if (what !== null) isStale = true;
      if (what !== 'server') return;
      serverChanges += 1;
      leading = undefined;
    });
  }

  async function ask(context: ReadContext): Promise<readonly Sample[]> {
    const before = serverChanges;
    const known = events?.isOpen === true ? leading : undefined;
    const { state, isAbsent } = await askPactl(run, context, known);
    hasPactl = !isAbsent;
    // Changed again while it was asked: what was told may be out of date.
    leading = serverChanges === before ? state?.leading : undefined;
    if (state !== null) return [mutedSample(state)];
    return isAbsent ? [await askWpctl(run, context)] : [{ metric, source: 'pactl', missing: 'failed' }];
  }

  return {
    id: 'linux.muted',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 8_000,
    async read(context) {
      // Without a socket nobody answers; asking all the same would start a server.
      if (!hasServer(runtimeDir)) return [lacking('unsupported')];
      const now = context.monotonic;
      follow(now);
      const isFollowed = hasPactl && events?.isOpen === true;
      const gap = isFollowed ? ASK_AGAIN_MS : FOLLOW_AGAIN_MS;
      if (now - askedAt >= gap && (isStale || !isFollowed)) {
        askedAt = now;
        isStale = false;
        samples = await ask(context);
        // No answer is asked for again, and not only after the next change.
        if (samples.some(({ missing }) => missing === 'failed')) isStale = true;
      }
      return samples;
    },
    reset() {
      isStale = true;
      leading = undefined;
    },
    dispose() {
      events?.close();
    },
  };
}

function hasServer(runtimeDir: string | undefined): boolean {
  if (runtimeDir === undefined || runtimeDir === '') return false;
  return ['pulse/native', 'pipewire-0'].some((socket) => existsSync(join(runtimeDir, socket)));
}

async function askPactl(
  run: RunCommand,
  context: ReadContext,
  known: string | null | undefined,
): Promise<{ readonly state: SoundState | null; readonly isAbsent: boolean }> {
  // Names of devices may be Chinese; the words of the program stay English.
  const options = { timeoutMs: 3_000, env: { LC_ALL: 'C.UTF-8' } };
  const list = await run('pactl', ['list', 'sources'], context, options);
  if (list.kind === 'absent') return { state: null, isAbsent: true };
  const sources = parseSources(answerOf(list).text ?? '\u0000');
  const leading =
    known ?? parseLeadingSource(answerOf(await run('pactl', ['info'], context, options)).text ?? '');
  const isAnswer = sources !== null && leading !== undefined;
  return { state: isAnswer ? { sources, leading } : null, isAbsent: false };
}

async function askWpctl(run: RunCommand, context: ReadContext): Promise<Sample> {
  const answer = await run('wpctl', ['get-volume', '@DEFAULT_AUDIO_SOURCE@'], context, { timeoutMs: 3_000 });
  if (answer.kind === 'absent') return lacking('unsupported');
  const isMuted = parseWpctl(answerOf(answer).text ?? '');
  return isMuted === null ? lacking('not-present') : { metric, source: 'wpctl', value: isMuted ? 1 : 0 };
}

function lacking(missing: 'unsupported' | 'not-present'): Sample {
  return { metric, source: 'sound server', missing, advice: 'no-sound-server' };
}

/** Reading of the leading source only: that another one is muted that nobody records is as it should be. */
export function mutedSample({ leading, sources }: SoundState): Sample {
  const source = 'pactl list sources';
  const chosen = sources.find(({ name }) => name === leading);
  return chosen === undefined
    ? { metric, source, missing: 'not-present' }
    : { metric, source, value: chosen.isMuted ? 1 : 0, note: chosen.description };
}
