import { type DiskIdentity, parseDisks } from './disk-identity.js';
import { countOf, type Fields, listOf, textOf } from './part.js';

/** Raw counters of one physical disk (Win32_PerfRawData_PerfDisk_PhysicalDisk). */
export interface DiskCounters {
  readonly name: string;
  readonly disk: Pick<DiskIdentity, 'instance' | 'model'>;
  /** Time of the sample, ms of the performance clock. */
  readonly at: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  /** Time in requests, ticks of the performance clock in 32 bits: it starts again from 0 every few minutes of work. */
  readonly requestTicks: readonly [read: number, write: number];
  /** Requests that finished, 32 bits. */
  readonly requests: readonly [read: number, write: number];
  /** Ticks a second. */
  readonly frequency: number;
  /** Time without any request, and the clock it is measured by, both in 100 ns. */
  readonly idle: number;
  readonly idleBase: number;
}

/** What one disk did between two samples. */
export interface DiskWork {
  readonly counters: DiskCounters;
  readonly elapsedMs: number;
  readonly requests: number;
  readonly requestMs: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  /** 0-100. */
  readonly busyPercent: number;
}

const WRAP = 2 ** 32;

/** Between samples further apart than this, ms, a 32-bit counter may have gone round more than once (ours). */
const LONGEST_GAP_MS = 120_000;

/** Counters of all physical disks; null: the answer is none. The row `_Total` and rows that lack a number are left out. */
export function parseDiskCounters(value: Fields): DiskCounters[] | null {
  const rows = listOf(value.counters);
  if (rows === null) return null;
  const disks = parseDisks(value.disks);
  return rows.flatMap((row) => {
    const counters = parseRow(row, disks);
    return counters === null ? [] : [counters];
  });
}

function parseRow(row: Fields, disks: readonly DiskIdentity[]): DiskCounters | null {
  const name = textOf(row.name);
  const number = /^\d+/.exec(name)?.[0];
  const perfTime = countOf(row.perfTime);
  const frequency = countOf(row.perfFrequency);
  const fields = [
    'readBytes',
    'writeBytes',
    'readTicks',
    'writeTicks',
    'reads',
    'writes',
    'idle',
    'idleBase',
  ];
  const numbers = fields.map((field) => countOf(row[field]));
  const known = numbers.filter((each) => each !== null);
  if (number === undefined || perfTime === null || !frequency || known.length < numbers.length) return null;
  const [readBytes = 0, writtenBytes = 0, readTicks = 0, writeTicks = 0, reads = 0, writes = 0] = known;
  const [idle = 0, idleBase = 0] = known.slice(6);
  const disk = disks.find((each) => each.number === number);
  return {
    name,
    disk: disk ?? { instance: `disk ${number}`, model: '' },
    at: (perfTime * 1_000) / frequency,
    readBytes,
    writtenBytes,
    requestTicks: [readTicks, writeTicks],
    requests: [reads, writes],
    frequency,
    idle,
    idleBase,
  };
}

/** What a disk did between two samples of it; null: they can't be compared (first look, counters set back, long gap). */
export function workBetween(before: DiskCounters | undefined, now: DiskCounters): DiskWork | null {
  if (before === undefined || before.frequency !== now.frequency) return null;
  const elapsedMs = now.at - before.at;
  const readBytes = now.readBytes - before.readBytes;
  const writtenBytes = now.writtenBytes - before.writtenBytes;
  const clock = now.idleBase - before.idleBase;
  const idle = now.idle - before.idle;
  if (!(elapsedMs > 0 && elapsedMs <= LONGEST_GAP_MS && clock > 0)) return null;
  if (readBytes < 0 || writtenBytes < 0 || idle < 0) return null;
  const requests = sumOfGains(before.requests, now.requests);
  return {
    counters: now,
    elapsedMs,
    requests,
    requestMs: (sumOfGains(before.requestTicks, now.requestTicks) * 1_000) / now.frequency,
    readBytes,
    writtenBytes,
    // Both clocks are read one after the other: idle time may exceed the time that passed by a little.
    busyPercent: Math.min(100, Math.max(0, 100 * (1 - idle / clock))),
  };
}

const sumOfGains = (before: readonly number[], now: readonly number[]): number =>
  now.reduce((sum, each, index) => sum + ((each - (before[index] ?? 0) + WRAP) % WRAP), 0);
