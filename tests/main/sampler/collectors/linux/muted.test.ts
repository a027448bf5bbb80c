import { describe, expect, it } from 'vitest';
import { createMuted } from '../../../../../src/main/sampler/collectors/linux/muted.js';
import {
  changedBy,
  parseLeadingSource,
  parseSources,
  parseWpctl,
} from '../../../../../src/main/sampler/collectors/linux/sound-list.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { readAt, Tree } from '../fixture.js';
import { died, fixture, systemWith } from './stand-in.js';

const pactl = { 'pactl list sources': fixture('pactl-sources.txt'), 'pactl info': fixture('pactl-info.txt') };

/** A session with a sound server; `say` is an event of it, `end` ends the program that follows it. */
function session(answers: Record<string, string | CommandResult>, hasSocket = true) {
  const tree = hasSocket ? new Tree({ 'pulse/native': '' }) : new Tree();
  const { run, calls } = systemWith(answers);
  let say: (line: string) => void = () => undefined;
  const stream = { isOpen: true, close: () => void Object.assign(stream, { isOpen: false }) };
  let opened = 0;
  const collector = createMuted({
    run,
    runtimeDir: tree.root,
    open: (onLine) => {
      say = onLine;
      opened += 1;
      stream.isOpen = true;
      return stream;
    },
  });
  const read = async (at: number) => (await readAt(collector, at))[0];
  return { collector, read, calls, stream, say: (line: string) => say(line), opened: () => opened };
}

describe('microphone.muted', () => {
  it('is the switch of the source that programs get', async () => {
    expect(await session(pactl).read(0)).toEqual({
      metric: 'microphone.muted',
      source: 'pactl list sources',
      value: 1,
      note: 'Built-in Audio Analog Stereo',
    });
    const on = {
      ...pactl,
      'pactl list sources': fixture('pactl-sources.txt').replace('Mute: yes', 'Mute: no'),
    };
    expect(await session(on).read(0)).toMatchObject({ value: 0 });
  });

  it('asks only after a change, and at most every 30 s', async () => {
    const { read, calls, say, opened } = session(pactl);
    for (let at = 0; at <= 600_000; at += 10_000) await read(at);
    expect([calls.length, opened()]).toEqual([2, 1]);
    say("Event 'change' on sink-input #55");
    await read(610_000);
    expect(calls).toHaveLength(2);
    for (let at = 620_000; at < 710_000; at += 10_000) {
      say("Event 'change' on source #49");
      await read(at);
    }
    expect(calls).toHaveLength(5);
    say("Event 'change' on server");
    await read(720_000);
    expect(calls).toHaveLength(7);
  });

  it('follows a server that was started again, once a minute at most', async () => {
    const { read, stream, opened } = session(pactl);
    await read(0);
    stream.isOpen = false;
    await read(10_000);
    expect(opened()).toBe(1);
    await read(60_000);
    expect(opened()).toBe(2);
  });

  it('goes by wpctl once a minute where there is no pactl', async () => {
    const { read, calls, opened } = session({ 'wpctl get-volume': 'Volume: 0.45 [MUTED]\n' });
    expect(await read(0)).toMatchObject({ value: 1, source: 'wpctl' });
    for (let at = 10_000; at < 120_000; at += 10_000) await read(at);
    expect(calls.filter(({ line }) => line.startsWith('wpctl'))).toHaveLength(2);
    expect(opened()).toBe(1);
  });

  it.each([
    ['no tool at all', {}, 'unsupported'],
    ['a server that does not answer', { pactl: died('Connection failure: Connection refused') }, 'failed'],
    ['nonsense', { pactl: 'garbage' }, 'failed'],
    ['no source', { 'pactl list sources': '', 'pactl info': fixture('pactl-info.txt') }, 'not-present'],
    ['nothing for wpctl', { wpctl: died('Translate ID error') }, 'not-present'],
  ])('%s', async (_what, answers, missing) => {
    expect((await session(answers).read(0))?.missing).toBe(missing);
  });

  it('starts nothing where no server listens, and ends what it started', async () => {
    const without = session(pactl, false);
    expect(await without.read(0)).toMatchObject({ missing: 'unsupported', advice: 'no-sound-server' });
    expect([without.calls.length, without.opened()]).toEqual([0, 0]);
    const with_ = session(pactl);
    await with_.read(0);
    with_.collector.dispose?.();
    expect(with_.stream.isOpen).toBe(false);
  });
});

describe('what the sound server prints', () => {
  it('monitors are no microphones, a source without its switch is no answer', () => {
    expect(parseSources(fixture('pactl-sources.txt'))).toHaveLength(1);
    expect(parseSources(fixture('pactl-sources.txt').replace('\tMute: yes\n', ''))).toBeNull();
    expect(parseSources('Source #1\n')).toBeNull();
    expect(parseSources('')).toEqual([]);
  });

  it('the leading source', () => {
    expect(parseLeadingSource(fixture('pactl-info.txt'))).toBe('alsa_input.pci-0000_00_1f.3.analog-stereo');
    expect(parseLeadingSource('Default Source: x.monitor')).toBeNull();
    expect(parseLeadingSource('')).toBeUndefined();
  });

  it('wpctl and events', () => {
    expect(parseWpctl('Volume: 0.45')).toBe(false);
    expect(parseWpctl('Volume: 0.45 [MUTED] x')).toBeNull();
    expect(changedBy("Event 'change' on server")).toBe('server');
    expect(changedBy("Event 'change' on server #-1")).toBe('server');
    expect(changedBy("Event 'new' on source #5")).toBe('sources');
    expect(changedBy("Event 'new' on source-output #5")).toBeNull();
  });
});
