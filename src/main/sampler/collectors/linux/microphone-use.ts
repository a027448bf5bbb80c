import type { Collector, Sample } from '../../collector.js';
import { listNames, readText } from './files.js';
import { findMicrophones } from './microphones.js';

const metric = 'microphone.inUse';
const source = '/proc/asound';

/** State of one capture stream of a card. */
export interface StreamState {
  readonly isOpen: boolean;
  /** Process that opened it; null: not told. */
  readonly owner: number | null;
}

/** Reads the file `status` of a capture stream below /proc/asound. null: it is none. */
export function parseStreamStatus(text: string): StreamState | null {
  if (text.trim() === 'closed') return { isOpen: false, owner: null };
  if (!/^state: [A-Z]+$/m.test(text)) return null;
  const owner = /^owner_pid\s*: (\d{1,9})$/m.exec(text)?.[1];
  return { isOpen: true, owner: owner === undefined ? null : Number(owner) };
}

/**
 * `microphone.inUse`: a capture stream of a card is open, whoever opened it. With PipeWire or PulseAudio that is the sound
 * server, on behalf of a program; it lets go a few seconds after the last one.
 */
export function createMicrophoneUse(root: string): Collector {
  return {
    id: 'linux.microphone-use',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 1_000,
    read() {
      if (findMicrophones(root).length === 0) return [];
      const states = streamFiles(root).map((path) => parseStreamStatus(readText(root, path) ?? ''));
      const known = states.filter((state) => state !== null);
      const open = known.filter(({ isOpen }) => isOpen);
      if (open.length > 0) {
        const owners = open.map(({ owner }) => owner).filter((owner) => owner !== null);
        const names = new Set(
          owners.map((pid) => readText(root, 'proc', String(pid), 'comm') || `pid ${pid}`),
        );
        const note = [...names].join(', ');
        return [{ metric, source, value: 1, ...(note === '' ? {} : { note }) }];
      }
      // No list of streams, or one that is not understood, is no silence.
      const reason: Sample = { metric, source, missing: states.length > 0 ? 'failed' : 'unsupported' };
      return [states.length > 0 && known.length === states.length ? { metric, source, value: 0 } : reason];
    },
  };
}

/** Status files of the capture streams of all cards. */
function streamFiles(root: string): string[] {
  const cards = (listNames(root, source) ?? []).filter((name) => /^card\d+$/.test(name));
  return cards.flatMap((card) =>
    (listNames(root, source, card) ?? [])
      .filter((name) => /^pcm\d+c$/.test(name))
      .flatMap((stream) =>
        (listNames(root, source, card, stream) ?? [])
          .filter((name) => /^sub\d+$/.test(name))
          .map((sub) => `${source}/${card}/${stream}/${sub}/status`),
      ),
  );
}
