import { describe, expect, it } from 'vitest';
import { createDiskFree } from '../../../../../src/main/sampler/collectors/macos/disk-free.js';
import { createDiskSmart } from '../../../../../src/main/sampler/collectors/macos/disk-smart.js';
import { parseDiskStatistics } from '../../../../../src/main/sampler/collectors/macos/disk-statistics.js';
import { createDisks } from '../../../../../src/main/sampler/collectors/macos/disks.js';
import { readAt, told } from '../fixture.js';
import { fixture, macWith, NO_ANSWERS, said } from './stand-in.js';

const SERIAL = '0ba018e4045c5e3e';

describe('counters', () => {
  it('belong to the whole disk below the driver', () => {
    expect(parseDiskStatistics(fixture('apple-silicon/ioreg-disks.txt'))).toEqual([
      {
        instance: 'disk0',
        note: 'disk0: APPLE SSD AP1024Z',
        readBytes: 368_261_685_248,
        writtenBytes: 222_826_323_968,
        requests: 13_964_680 + 12_975_224,
        requestNs: 3_698_579_261_481 + 1_213_255_816_800,
        errors: 0,
      },
    ]);
  });

  it('a disk is known by its serial number, a disk image is none', () => {
    const disks = parseDiskStatistics(fixture('apple-silicon/ioreg-disks-with-image.txt'));
    expect(disks.map(({ instance, note, errors }) => [instance, note, errors])).toEqual([
      [SERIAL, 'disk0: APPLE SSD AP0256Z', 3],
    ]);
  });

  it('two disks behind bridges with one serial number are told apart', () => {
    const one = fixture('apple-silicon/ioreg-disks-with-image.txt');
    const two = one.replaceAll('disk0', 'disk5');
    const instances = parseDiskStatistics(`${one}\n${two}`).map(({ instance }) => instance);
    expect(instances).toEqual(['disk0', 'disk5']);
    expect(parseDiskStatistics(`${one}\n${one}`)).toHaveLength(1);
  });
});

describe('rates', () => {
  const first = fixture('apple-silicon/ioreg-disks-with-image.txt');
  const later = first
    .replace('"Bytes (Read)"=40960000', '"Bytes (Read)"=41960000')
    .replace('"Operations (Read)"=2000', '"Operations (Read)"=2010')
    .replace('"Total Time (Read)"=2000000000', '"Total Time (Read)"=2020000000');

  it('come from the second run on, with the latency of what finished', async () => {
    const answers = { ioreg: said(first) };
    const collector = createDisks(macWith(answers).run);
    const start = await readAt(collector, 0);
    expect(told(start, 'disk.read.rate')).toBe('warming-up');
    expect([told(start, 'disk.errors'), told(start, 'disk.errors', SERIAL)]).toEqual([3, 3]);
    answers.ioreg = said(later);
    const samples = await readAt(collector, 10_000);
    expect(told(samples, 'disk.read.rate')).toBe(100_000);
    expect(told(samples, 'disk.read.rate', SERIAL)).toBe(100_000);
    expect(told(samples, 'disk.write.rate')).toBe(0);
    expect([told(samples, 'disk.latency'), told(samples, 'disk.latency', SERIAL)]).toEqual([2, 2]);
    expect(told(await readAt(collector, 20_000), 'disk.latency')).toBe('not-present');
    collector.reset?.();
    expect(told(await readAt(collector, 30_000), 'disk.read.rate')).toBe('warming-up');
  });

  it('a driver that times nothing has no latency', async () => {
    const collector = createDisks(
      macWith({ ioreg: fixture('apple-silicon/ioreg-disks-without-times.txt') }).run,
    );
    await readAt(collector, 0);
    const samples = await readAt(collector, 10_000);
    expect([told(samples, 'disk.latency'), told(samples, 'disk.read.rate')]).toEqual(['unsupported', 0]);
  });

  it.each(NO_ANSWERS)('are %s when the registry says nothing useful', async (reason, result) => {
    const samples = await readAt(createDisks(macWith({ ioreg: result }).run));
    expect(samples.map(({ missing }) => missing)).toEqual([reason, reason, reason, reason]);
  });
});

describe('health', () => {
  const read = async (report: string) => readAt(createDiskSmart(macWith({ system_profiler: report }).run));

  it('is what the disk says itself', async () => {
    const samples = await read(fixture('apple-silicon/nvme.json'));
    expect([told(samples, 'disk.smart'), told(samples, 'disk.smart', SERIAL)]).toEqual([1, 1]);
    expect(
      told(await read(fixture('apple-silicon/nvme.json').replace('Verified', 'Failing')), 'disk.smart'),
    ).toBe(0);
    const mute = await read(fixture('apple-silicon/nvme.json').replace('Verified', 'Not Supported'));
    expect([told(mute, 'disk.smart'), told(mute, 'disk.smart', SERIAL)]).toEqual(['unsupported', undefined]);
  });

  it.each(NO_ANSWERS)('is %s when the report is none', async (reason, result) => {
    const samples = await readAt(createDiskSmart(macWith({ system_profiler: result }).run));
    expect(told(samples, 'disk.smart')).toBe(reason);
  });
});

describe('free space', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });

  it('is of the volume with the data, and of another with the home folder', async () => {
    const look = async (path: string) => ({
      device: path === '/Volumes/Work' ? 2 : 1,
      freeBytes: path.length,
    });
    const one = await readAt(createDiskFree('/Users/x', look));
    expect(one.map(({ instance, value }) => [instance, value])).toEqual([['/System/Volumes/Data', 20]]);
    expect(await readAt(createDiskFree('/Volumes/Work', look))).toHaveLength(2);
  });

  it('falls back to the system on an old Mac, and says why it has none', async () => {
    const look = async (path: string) => {
      if (path.startsWith('/System')) throw error('ENOENT');
      if (path === '/Users/x') throw error('EPERM');
      return { device: 1, freeBytes: 7 };
    };
    const samples = await readAt(createDiskFree('/Users/x', look));
    expect([told(samples, 'disk.free', '/'), told(samples, 'disk.free', '/Users/x')]).toEqual([
      7,
      'needs-rights',
    ]);
  });
});
