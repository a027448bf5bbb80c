import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unexpectedStarts } from '../../../../../src/main/sampler/collectors/linux/boots.js';
import { createHistory } from '../../../../../src/main/sampler/collectors/linux/history.js';
import {
  createJournal,
  parseJournal,
  readJournal,
} from '../../../../../src/main/sampler/collectors/linux/journal.js';
import { kernelEventOf } from '../../../../../src/main/sampler/collectors/linux/kernel-events.js';
import { unexpectedStartsOf } from '../../../../../src/main/sampler/collectors/linux/wtmp.js';
import { shortTime } from '../../../../../src/main/sampler/collectors/times.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { Tree, told } from '../fixture.js';
import { died, fixture, fixtureBytes, said, systemWith } from './stand-in.js';

/** When the recorded lines were written, ms. */
const RECORDED = 1_702_223_628_000;
const HOUR = 3_600_000;
const machine = 'a'.repeat(32);

/** A machine with a journal that outlives restarts. */
const kept = (): Tree =>
  new Tree({
    'etc/machine-id': machine,
    [`var/log/journal/${machine}/system.journal`]: '',
    'run/systemd/private': '',
  });

const KERNEL = 'journalctl --system --no-pager -o json --lines=4000';

/** Runs the collector at a time, ms since 1970. */
async function readHistory(
  tree: Tree,
  answers: Record<string, string | CommandResult>,
  at = RECORDED + HOUR,
) {
  const { run, calls } = systemWith(answers);
  const collector = createHistory(tree.root, createJournal(tree.root, run));
  const read = async (now: number) =>
    collector.read({ signal: AbortSignal.timeout(5_000), at: now, monotonic: now, raw: () => undefined });
  return { samples: await read(at), read, calls };
}

/** A `journalctl` that answers both questions. */
async function readBoth(tree: Tree, kernel: string, starts: string, at = RECORDED + 4 * HOUR) {
  const ask = createJournal(tree.root, async (_file, args) =>
    said(args.includes('_TRANSPORT=kernel') ? kernel : starts),
  );
  return createHistory(tree.root, ask).read({
    signal: AbortSignal.timeout(5_000),
    at,
    monotonic: 0,
    raw: () => undefined,
  });
}

describe('the log of the kernel', () => {
  it.each([
    ['INFO: task kworker/u8:1:1234 blocked for more than 120 seconds.', 'hang'],
    ['watchdog: BUG: soft lockup - CPU#3 stuck for 26s! [obs:1234]', 'hang'],
    ['Oops: 0000 [#1] PREEMPT SMP NOPTI', 'crash'],
    ['BUG: unable to handle page fault for address: ffffb1', 'crash'],
    ['Kernel panic - not syncing: Fatal exception', 'crash'],
    ['[drm:amdgpu_job_timedout [amdgpu]] *ERROR* ring gfx_0.0.0 timeout, signaled seq=5', 'display-reset'],
    ['i915 0000:00:02.0: [drm] GPU HANG: ecode 9:1:85dffffb, in Xorg [1234]', 'display-reset'],
    ['NVRM: Xid (PCI:0000:01:00): 79, pid=1234, GPU has fallen off the bus.', 'display-reset'],
    ['NVRM: Xid (PCI:0000:01:00): 31, pid=1234, MMU Fault', null],
    ['print_req_error: I/O error, dev sdc, sector 1098288304 flags 0', 'disk-error'],
    ['critical medium error, dev sda, sector 5 op 0x0:(READ)', 'disk-error'],
    ['nvme nvme0: I/O 12 QID 3 timeout, aborting', 'disk-error'],
    ['EXT4-fs error (device sda2): ext4_lookup:1855: inode #5: comm ls', 'disk-error'],
    ['blk_update_request: I/O error, dev sr0, sector 0', null],
    ['Buffer I/O error on device sda, logical block 32897', null],
    ['traps: obs[1234] general protection fault ip:7f', null],
    ['usb 2-2: new SuperSpeed Gen 1 USB device number 2 using xhci_hcd', null],
    ['', null],
  ])('%j: %s', (line, kind) => {
    expect(kernelEventOf(line)).toBe(kind);
  });

  it('counts events, not lines, with their times', async () => {
    const samples = await readBoth(kept(), fixture('journal-kernel.json'), '');
    expect(told(samples, 'disk.errors')).toBe(2);
    expect(told(samples, 'display.reset')).toBe(1);
    expect(told(samples, 'system.hang')).toBe(1);
    expect(told(samples, 'system.crash')).toBe(0);
    const hang = samples.find(({ metric }) => metric === 'system.hang');
    expect(hang?.note).toContain(`${shortTime(RECORDED + 7_000)} INFO: task`);
  });

  it('forgets what is over: disk errors after a day, the rest after a week', async () => {
    const later = (hours: number) =>
      readBoth(kept(), fixture('journal-kernel.json'), '', RECORDED + hours * HOUR);
    expect(told(await later(25), 'disk.errors')).toBe(0);
    expect(told(await later(25), 'system.hang')).toBe(1);
    expect(told(await later(24 * 7 + 1), 'system.hang')).toBe(0);
  });

  it('asks only for what is new', async () => {
    const { read, calls } = await readHistory(kept(), { [KERNEL]: fixture('journal-kernel.json') });
    const sinceOf = (line: string) => Number(/--since=@(\d+)/.exec(line)?.[1]);
    expect(calls).toHaveLength(2);
    await read(RECORDED + 2 * HOUR);
    expect(calls).toHaveLength(4);
    // Starts only every other time.
    await read(RECORDED + 2 * HOUR + 600_000);
    expect(calls).toHaveLength(5);
    expect(sinceOf(calls[0]?.line ?? '')).toBe((RECORDED + HOUR) / 1_000 - 7 * 86_400);
    expect(sinceOf(calls[2]?.line ?? '')).toBe((RECORDED + HOUR) / 1_000 - 60);
    expect(told(await read(RECORDED + 3 * HOUR), 'disk.errors')).toBe(2);
  });
});

describe('starts', () => {
  it('one without an end before it is unexpected; the handover while starting is no end', () => {
    const entries = parseJournal(fixture('journal-starts.json')) ?? [];
    expect(unexpectedStarts(entries)).toEqual([RECORDED + 9_000_000]);
    expect(unexpectedStarts(entries.filter(({ boot }) => !boot.startsWith('c')))).toEqual([]);
    expect(unexpectedStarts([])).toEqual([]);
  });

  it('counts them, and the crash of the desktop', async () => {
    const samples = await readBoth(kept(), '', fixture('journal-starts.json'));
    expect(told(samples, 'system.unexpectedReboot')).toBe(1);
    expect(samples.find(({ metric }) => metric === 'system.crash')).toMatchObject({
      value: 1,
      note: expect.stringContaining('gnome-shell'),
    });
  });

  it('a crash of the kernel on record takes the start after it', async () => {
    const tree = kept().write({ 'sys/fs/pstore/dmesg-efi_pstore-170223': 'Panic#1' });
    const at = (RECORDED + 8_900_000) / 1_000;
    utimesSync(join(tree.root, 'sys/fs/pstore/dmesg-efi_pstore-170223'), at, at);
    const samples = await readBoth(tree, '', fixture('journal-starts.json'));
    expect(told(samples, 'system.unexpectedReboot')).toBe(0);
    expect(told(samples, 'system.crash')).toBe(2);
  });

  it('reads wtmp: two starts in a row', () => {
    expect(unexpectedStartsOf(fixtureBytes('wtmp-unclean'))).toEqual([Date.parse('2026-11-21T15:30:00Z')]);
    expect(unexpectedStartsOf(fixtureBytes('wtmp-unclean').subarray(0, 3 * 384))).toEqual([]);
    expect(unexpectedStartsOf(fixtureBytes('wtmp-unclean').subarray(0, 400))).toBeNull();
    expect(unexpectedStartsOf(new Uint8Array())).toBeNull();
  });
});

describe('a journal that does not tell', () => {
  const metrics = ['system.hang', 'system.crash', 'display.reset', 'disk.errors'] as const;

  it.each([
    ['needs-rights', died('Hint: You are currently not seeing messages from other users and the system.\n')],
    ['needs-rights', died('No journal files were opened due to insufficient permissions.\n')],
    ['unsupported', { kind: 'absent' } as const],
    ['unsupported', said('', 'No journal files were found.\n')],
    ['timed-out', { kind: 'timed-out' } as const],
    ['failed', died('Failed to iterate through journal: Bad message\n')],
    ['failed', died('Compiled without pattern matching support\n')],
    ['failed', said('garbage\nmore of it\n')],
  ])('%s, and never 0', async (missing, result) => {
    const { samples } = await readHistory(kept(), { journalctl: result });
    for (const metric of metrics) expect(told(samples, metric)).toBe(missing);
    expect(told(samples, 'system.unexpectedReboot')).not.toBe(0);
  });

  it('is not asked where there is none: an empty one would look like peace', async () => {
    for (const tree of [new Tree(), new Tree().folder('run/systemd').folder(`var/log/journal/${machine}`)]) {
      const { samples, calls } = await readHistory(tree, { journalctl: '' });
      expect(calls).toEqual([]);
      expect(told(samples, 'system.hang')).toBe('unsupported');
    }
  });

  it('wtmp tells of starts in its place', async () => {
    const tree = kept();
    tree.folder('var/log');
    writeFileSync(join(tree.root, 'var/log/wtmp'), fixtureBytes('wtmp-unclean'));
    const now = Date.parse('2026-11-22T00:00:00Z');
    const denied = { journalctl: died('insufficient permissions') };
    expect(told((await readHistory(tree, denied, now)).samples, 'system.unexpectedReboot')).toBe(1);
    expect(
      told((await readHistory(tree, denied, now + 9 * 24 * HOUR)).samples, 'system.unexpectedReboot'),
    ).toBe(0);
  });

  it('one that forgets at every start knows nothing of starts, and says what its counts cover', async () => {
    const tree = new Tree({ 'etc/machine-id': machine, [`run/log/journal/${machine}/system.journal`]: '' });
    tree.folder('run/systemd');
    const samples = await readBoth(tree, fixture('journal-kernel.json'), '');
    expect(told(samples, 'system.unexpectedReboot')).toBe('unsupported');
    expect(samples.find(({ metric }) => metric === 'system.hang')?.source).toContain('this start only');
  });

  it('cut lines are left out', () => {
    const text = fixture('journal-kernel.json');
    expect(parseJournal(text.slice(0, -40))).toHaveLength(8);
    expect(readJournal(died(''))).toEqual({ entries: [] });
  });
});

describe('counters of file systems', () => {
  it('are instances, with or without a journal', async () => {
    const tree = new Tree({
      'sys/fs/ext4/sda2/errors_count': 3,
      'sys/fs/ext4/features/lazy_itable_init': 'supported',
      'sys/fs/btrfs/0f-uuid/label': 'recordings',
      'sys/fs/btrfs/0f-uuid/devinfo/1/error_stats':
        'write_errs 1\nread_errs 2\nflush_errs 0\ncorruption_errs 4\ngeneration_errs 0',
      'sys/block/md0/md/dev-sdb1/errors': 5,
    });
    const { samples } = await readHistory(tree, {});
    expect(told(samples, 'disk.errors', 'ext4 sda2')).toBe(3);
    expect(told(samples, 'disk.errors', 'btrfs recordings 1')).toBe(7);
    expect(told(samples, 'disk.errors', 'md0 sdb1')).toBe(5);
    expect(told(samples, 'disk.errors')).toBe('unsupported');
    tree.write({
      'sys/fs/btrfs/0f-uuid/devinfo/1/error_stats': 'garbage',
      'sys/fs/ext4/sda2/errors_count': 'x',
    });
    const garbled = (await readHistory(tree, {})).samples;
    expect(garbled.filter(({ metric, instance }) => metric === 'disk.errors' && instance)).toHaveLength(1);
  });
});
