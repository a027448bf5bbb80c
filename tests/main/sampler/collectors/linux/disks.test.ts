import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDisks, parseDiskStat } from '../../../../../src/main/sampler/collectors/linux/disks.js';
import { readAt, Tree, told } from '../fixture.js';

/** reads, sectors read, read ms, writes, sectors written, write ms, busy ms */
const stat = (...[reads, rs, rms, writes, ws, wms, busy]: number[]) =>
  `${reads} 0 ${rs} ${rms} ${writes} 0 ${ws} ${wms} 0 ${busy} 0 0 0 0 0 0 0`;

function disk(name: string, text: string, more: Record<string, string> = {}) {
  const files = { stat: text, size: '1000', 'device/model': 'Model X', ...more };
  return Object.fromEntries(Object.entries(files).map(([file, each]) => [`sys/block/${name}/${file}`, each]));
}

it('gives rates, latency and busy time per disk and for the station', async () => {
  const tree = new Tree({
    ...disk('sda', stat(0, 0, 0, 0, 0, 0, 0), { 'device/wwid': 'naa.5000' }),
    ...disk('nvme0n1', stat(0, 0, 0, 0, 0, 0, 0)),
  });
  const collector = createDisks(tree.root);
  expect(told(await readAt(collector, 0), 'disk.busy')).toBe('warming-up');
  tree.write({
    'sys/block/sda/stat': stat(10, 200, 30, 10, 400, 50, 500),
    'sys/block/nvme0n1/stat': stat(0, 0, 0, 20, 100, 20, 100),
  });
  const samples = await readAt(collector, 2_000);
  expect(told(samples, 'disk.read.rate', 'naa.5000')).toBe(51_200);
  expect(told(samples, 'disk.read.rate')).toBe(51_200);
  expect(told(samples, 'disk.write.rate')).toBe(128_000);
  expect(told(samples, 'disk.latency', 'naa.5000')).toBe(4);
  expect(told(samples, 'disk.latency')).toBe(2.5);
  expect(samples.find(({ metric, instance }) => metric === 'disk.busy' && !instance)).toMatchObject({
    value: 25,
    note: 'sda',
  });
  expect(told(samples, 'disk.busy', 'nvme0n1')).toBe(5);
});

it('an idle disk has no latency, not a latency of zero', async () => {
  const tree = new Tree(disk('sda', stat(1, 1, 1, 1, 1, 1, 1)));
  const collector = createDisks(tree.root);
  await readAt(collector, 0);
  const samples = await readAt(collector, 2_000);
  expect(told(samples, 'disk.read.rate')).toBe(0);
  expect(told(samples, 'disk.latency')).toBe('not-present');
});

it('counters that start anew give no rate', async () => {
  const tree = new Tree(disk('sda', stat(100, 100, 100, 100, 100, 100, 100)));
  const collector = createDisks(tree.root);
  await readAt(collector, 0);
  tree.write({ 'sys/block/sda/stat': stat(1, 1, 1, 1, 1, 1, 1) });
  expect(told(await readAt(collector, 2_000), 'disk.read.rate')).toBe('warming-up');
});

it('a new disk waits for its second look without holding up the others', async () => {
  const tree = new Tree(disk('sda', stat(0, 0, 0, 0, 0, 0, 0)));
  const collector = createDisks(tree.root);
  await readAt(collector, 0);
  tree.write(disk('sdb', stat(9_999, 9_999, 9_999, 9_999, 9_999, 9_999, 9_999)));
  const samples = await readAt(collector, 10_000);
  expect(told(samples, 'disk.read.rate')).toBe(0);
  expect(told(samples, 'disk.read.rate', 'sdb')).toBeUndefined();
  expect(told(await readAt(collector, 12_000), 'disk.read.rate', 'sdb')).toBe(0);
});

it('skips what is no physical disk', async () => {
  const tree = new Tree({
    ...disk('loop0', stat(0, 0, 0, 0, 0, 0, 0)),
    ...disk('sr0', stat(0, 0, 0, 0, 0, 0, 0)),
    ...disk('sdz', stat(0, 0, 0, 0, 0, 0, 0), { size: '0' }),
    'sys/block/dm-0/stat': stat(0, 0, 0, 0, 0, 0, 0),
    'sys/block/zram0/stat': stat(0, 0, 0, 0, 0, 0, 0),
  });
  const collector = createDisks(tree.root);
  await readAt(collector, 0);
  expect(told(await readAt(collector, 2_000), 'disk.read.rate')).toBe('not-present');
});

it('garbage never throws and never becomes a counter', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const counter of parseDiskStat(text) ?? []) expect(counter).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('asks a disk that the kernel has numbered only once who it is, and one that takes its place anew', async () => {
  const still = stat(0, 0, 0, 0, 0, 0, 0);
  const tree = new Tree(disk('sda', still, { serial: 'ONE', diskseq: '7' }));
  const collector = createDisks(tree.root);
  const busyOf = async (at: number, serial: string) => told(await readAt(collector, at), 'disk.busy', serial);
  await readAt(collector, 0);
  expect(await busyOf(2_000, 'ONE')).toBe(0);
  // The kernel asks the disk for this at every read; nothing but another disk may change it.
  tree.write({ 'sys/block/sda/serial': 'TWO' });
  expect(await busyOf(20_000, 'ONE')).toBe(0);
  tree.write({ 'sys/block/sda/diskseq': '8' });
  expect(await busyOf(40_000, 'TWO')).toBe(0);
});

it('a disk without a number of the kernel is asked every time', async () => {
  const tree = new Tree(disk('sda', stat(0, 0, 0, 0, 0, 0, 0), { serial: 'ONE' }));
  const collector = createDisks(tree.root);
  await readAt(collector, 0);
  tree.write({ 'sys/block/sda/serial': 'TWO' });
  expect(told(await readAt(collector, 20_000), 'disk.busy', 'TWO')).toBe(0);
});
