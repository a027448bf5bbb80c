import type { Collector, Sample } from '../../collector.js';
import { type DiskCounters, type DiskWork, parseDiskCounters, workBetween } from './disk-counters.js';
import { partOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { createReader, faulty, unreadable } from './reader.js';

const METRICS = ['disk.read.rate', 'disk.write.rate', 'disk.latency', 'disk.busy'] as const;
const source = 'Win32_PerfRawData_PerfDisk_PhysicalDisk';

/**
 * `disk.read.rate`, `disk.write.rate` (sum, and per disk), `disk.latency` (mean over the requests that finished) and
 * `disk.busy` (the busiest disk leads), from raw counters of the system: no rights, nothing localized.
 */
export function createDisks(host: PowerShellHost): Collector {
  let last = new Map<string, DiskCounters>();
  const head = {
    id: 'windows.disks',
    metrics: METRICS,
    tier: 'fast',
    timeoutMs: 6_000,
    request: 'fast',
  } as const;
  const collector = createReader(host, head, (answer) => {
    const part = partOf(answer, 'disks');
    if (part.kind === 'fault') return faulty(METRICS, source, part);
    const disks = parseDiskCounters(part.value);
    if (disks === null) return unreadable(METRICS, source);
    const before = last;
    last = new Map(disks.map((disk) => [disk.name, disk]));
    if (disks.length === 0) return [];
    const works = disks
      .map((disk) => workBetween(before.get(disk.name), disk))
      .filter((work) => work !== null);
    return works.length === 0 ? warmingUp() : [...stationSamples(works), ...works.flatMap(diskSamples)];
  });
  return { ...collector, reset: () => last.clear() };
}

const warmingUp = (): Sample[] => METRICS.map((metric) => ({ metric, source, missing: 'warming-up' }));

function stationSamples(works: readonly DiskWork[]): Sample[] {
  const sum = (field: (work: DiskWork) => number): number =>
    works.reduce((total, work) => total + field(work), 0);
  const busiest = works.reduce((most, work) => (work.busyPercent > most.busyPercent ? work : most));
  return [
    { metric: 'disk.read.rate', source, value: sum((work) => perSecond(work.readBytes, work)) },
    { metric: 'disk.write.rate', source, value: sum((work) => perSecond(work.writtenBytes, work)) },
    latency(
      sum((work) => work.requests),
      sum((work) => work.requestMs),
    ),
    { metric: 'disk.busy', source, value: busiest.busyPercent, note: noteOf(busiest) },
  ];
}

function diskSamples(work: DiskWork): Sample[] {
  const { instance } = work.counters.disk;
  const samples: Sample[] = [
    { metric: 'disk.read.rate', source, value: perSecond(work.readBytes, work) },
    { metric: 'disk.write.rate', source, value: perSecond(work.writtenBytes, work) },
    latency(work.requests, work.requestMs),
    { metric: 'disk.busy', source, value: work.busyPercent },
  ];
  return samples.map((sample) => ({ ...sample, instance, note: sample.note ?? noteOf(work) }));
}

/** An idle disk has no latency: nothing finished that could be timed. */
function latency(requests: number, requestMs: number): Sample {
  return requests > 0
    ? { metric: 'disk.latency', source, value: requestMs / requests }
    : { metric: 'disk.latency', source, missing: 'not-present', note: 'idle' };
}

const perSecond = (amount: number, work: DiskWork): number => (amount * 1_000) / work.elapsedMs;

const noteOf = ({ counters: { name, disk } }: DiskWork): string =>
  disk.model === '' ? name : `${name}: ${disk.model}`;
