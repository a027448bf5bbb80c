import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import { CounterBook } from '../counters.js';
import { createDiskFinder, type Disk } from './disk-identity.js';
import { createListing } from './files.js';
import { KernelFiles } from './kernel-files.js';

/** Sectors of /sys/block/X/stat, always of 512 bytes whatever the disk's own (kernel: Documentation/block/stat). */
const SECTOR_BYTES = 512;

/** What one disk did since the last run. */
interface DiskWork {
  readonly disk: Disk;
  readonly elapsedMs: number;
  readonly requests: number;
  readonly requestMs: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly busyMs: number;
}

/** Parses /sys/block/X/stat into [reads, read sectors, read ms, writes, written sectors, write ms, busy ms]. */
export function parseDiskStat(text: string): number[] | null {
  const fields = text.trim().split(/\s+/).map(Number);
  const counters = [0, 2, 3, 4, 6, 7, 9].map((index) => fields[index] ?? Number.NaN);
  return counters.every((counter) => Number.isSafeInteger(counter) && counter >= 0) ? counters : null;
}

/**
 * `disk.read.rate`, `disk.write.rate` (sum, and per disk), `disk.latency` (mean over the requests that
 * finished; a disk without any has none) and `disk.busy` (the busiest disk leads).
 */
export function createDisks(root: string): Collector {
  const counters = new CounterBook();
  const files = new KernelFiles();
  const statOf = ({ name }: Disk): string => `${root}/sys/block/${name}/stat`;
  const listDisks = createListing(join(root, 'sys/block'), createDiskFinder(root));
  return {
    id: 'linux.disks',
    metrics: ['disk.read.rate', 'disk.write.rate', 'disk.latency', 'disk.busy'],
    tier: 'fast',
    timeoutMs: 1_000,
    read({ monotonic }) {
      const disks = listDisks(monotonic);
      counters.keepOnly(disks.map(({ name }) => name));
      files.keepOnly(disks.map(statOf));
      const works = disks.map((disk) => workOf(disk, files.readHead(statOf(disk)), counters, monotonic));
      const done = works.filter((work) => work !== null);
      if (disks.length > 0 && done.length === 0) return stationSamples([], 'warming-up');
      return [...stationSamples(done, 'not-present'), ...done.flatMap(diskSamples)];
    },
    reset: () => counters.reset(),
    dispose: () => files.close(),
  };
}

function workOf(disk: Disk, stat: string | null, counters: CounterBook, at: number): DiskWork | null {
  const now = parseDiskStat(stat ?? '');
  const gain = now && counters.gain(disk.name, at, now);
  if (!gain) return null;
  const [reads = 0, readSectors = 0, readMs = 0, writes = 0, writtenSectors = 0, writeMs = 0, busyMs = 0] =
    gain.gains;
  return {
    disk,
    elapsedMs: gain.elapsedMs,
    requests: reads + writes,
    requestMs: readMs + writeMs,
    readBytes: readSectors * SECTOR_BYTES,
    writtenBytes: writtenSectors * SECTOR_BYTES,
    busyMs,
  };
}

function stationSamples(works: readonly DiskWork[], reason: 'warming-up' | 'not-present'): Sample[] {
  const busiest = [...works].sort((a, b) => busy(b) - busy(a))[0];
  if (busiest === undefined)
    return (['disk.read.rate', 'disk.write.rate', 'disk.latency', 'disk.busy'] as const).map((metric) => ({
      metric,
      source: '/sys/block',
      missing: reason,
    }));
  const sum = (field: (work: DiskWork) => number): number =>
    works.reduce((total, work) => total + field(work), 0);
  const source = '/sys/block/*/stat';
  return [
    { metric: 'disk.read.rate', source, value: sum((work) => perSecond(work.readBytes, work)) },
    { metric: 'disk.write.rate', source, value: sum((work) => perSecond(work.writtenBytes, work)) },
    latency(
      source,
      sum((work) => work.requests),
      sum((work) => work.requestMs),
    ),
    { metric: 'disk.busy', source, value: busy(busiest), note: busiest.disk.name },
  ];
}

function diskSamples(work: DiskWork): Sample[] {
  const { name, instance, note } = work.disk;
  const source = `/sys/block/${name}/stat`;
  return [
    { metric: 'disk.read.rate', instance, source, note, value: perSecond(work.readBytes, work) },
    { metric: 'disk.write.rate', instance, source, note, value: perSecond(work.writtenBytes, work) },
    { note, ...latency(source, work.requests, work.requestMs), instance },
    { metric: 'disk.busy', instance, source, note, value: busy(work) },
  ];
}

/** An idle disk has no latency: nothing finished that could be timed. */
function latency(source: string, requests: number, requestMs: number): Sample {
  return requests > 0
    ? { metric: 'disk.latency', source, value: requestMs / requests }
    : { metric: 'disk.latency', source, missing: 'not-present', note: 'idle' };
}

const perSecond = (amount: number, work: DiskWork): number => (amount * 1_000) / work.elapsedMs;

// The kernel rounds busy time up to its own ticks, so that it can exceed the time that passed by a little.
const busy = (work: DiskWork): number => Math.min(100, (100 * work.busyMs) / work.elapsedMs);
