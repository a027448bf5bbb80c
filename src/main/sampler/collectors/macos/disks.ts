import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { CounterBook } from '../counters.js';
import { type DiskStatistics, parseDiskStatistics } from './disk-statistics.js';
import { TOOLS } from './tools.js';

const source = 'ioreg IOBlockStorageDriver';
const METRICS = ['disk.read.rate', 'disk.write.rate', 'disk.latency', 'disk.errors'] as const;

/** What one disk did since the last run. */
interface DiskWork {
  readonly disk: DiskStatistics;
  readonly elapsedMs: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly requests: number;
  /** null: the driver does not time requests. */
  readonly requestMs: number | null;
}

/**
 * `disk.read.rate`, `disk.write.rate` (sum, and per disk), `disk.latency` (mean over the requests that finished) and
 * `disk.errors` (since the disk was attached), from the counters of the storage drivers.
 */
export function createDisks(run: RunCommand): Collector {
  const counters = new CounterBook();
  return {
    id: 'macos.disks',
    metrics: METRICS,
    tier: 'medium',
    timeoutMs: 8_000,
    async read(context) {
      const args = ['-c', 'IOBlockStorageDevice', '-r', '-l', '-d', '3', '-w0'];
      const { text, missing } = answerOf(await run(TOOLS.ioreg, args, context, { timeoutMs: 7_000 }));
      if (missing !== undefined) return lacking(METRICS, source, missing);
      const disks = parseDiskStatistics(text);
      // A Mac without any disk would not run: an answer without one is no answer.
      if (disks.length === 0) return lacking(METRICS, source, 'failed');
      counters.keepOnly(disks.map(({ instance }) => instance));
      const works = disks
        .map((disk) => workOf(disk, counters, context.monotonic))
        .filter((work) => work !== null);
      return [...rates(works), ...errors(disks)];
    },
    reset: () => counters.reset(),
  };
}

function workOf(disk: DiskStatistics, book: CounterBook, at: number): DiskWork | null {
  const { readBytes, writtenBytes, requests, requestNs } = disk;
  const gain = book.gain(disk.instance, at, [readBytes, writtenBytes, requests, requestNs ?? 0]);
  if (gain === null) return null;
  const [gainedRead = 0, gainedWritten = 0, finished = 0, ns = 0] = gain.gains;
  return {
    disk,
    elapsedMs: gain.elapsedMs,
    readBytes: gainedRead,
    writtenBytes: gainedWritten,
    requests: finished,
    requestMs: requestNs === null ? null : ns / 1e6,
  };
}

function rates(works: readonly DiskWork[]): Sample[] {
  const metrics = ['disk.read.rate', 'disk.write.rate', 'disk.latency'] as const;
  if (works.length === 0) return metrics.map((metric) => ({ metric, source, missing: 'warming-up' }));
  const sum = (value: (work: DiskWork) => number): number =>
    works.reduce((total, work) => total + value(work), 0);
  const timed = works.filter(({ requestMs }) => requestMs !== null);
  return [
    { metric: 'disk.read.rate', source, value: sum((work) => perSecond(work.readBytes, work)) },
    { metric: 'disk.write.rate', source, value: sum((work) => perSecond(work.writtenBytes, work)) },
    latency(timed),
    ...works.flatMap((work): Sample[] => [
      ofDisk('disk.read.rate', work, perSecond(work.readBytes, work)),
      ofDisk('disk.write.rate', work, perSecond(work.writtenBytes, work)),
      { ...latency(work.requestMs === null ? [] : [work]), instance: work.disk.instance },
    ]),
  ];
}

/** An idle disk has no latency: nothing finished that could be timed. */
function latency(works: readonly DiskWork[]): Sample {
  const metric = 'disk.latency';
  if (works.length === 0) return { metric, source, missing: 'unsupported' };
  const requests = works.reduce((sum, work) => sum + work.requests, 0);
  const ms = works.reduce((sum, work) => sum + (work.requestMs ?? 0), 0);
  return requests > 0
    ? { metric, source, value: ms / requests }
    : { metric, source, missing: 'not-present', note: 'idle' };
}

function errors(disks: readonly DiskStatistics[]): Sample[] {
  const counting = disks.filter((disk) => disk.errors !== null);
  if (counting.length === 0) return [{ metric: 'disk.errors', source, missing: 'unsupported' }];
  const total = counting.reduce((sum, disk) => sum + (disk.errors ?? 0), 0);
  return [
    { metric: 'disk.errors', source, value: total, note: 'since the disks were attached' },
    ...counting.map(
      ({ instance, note, errors: count }): Sample => ({
        metric: 'disk.errors',
        source,
        instance,
        note,
        value: count ?? 0,
      }),
    ),
  ];
}

const ofDisk = (metric: MetricId, { disk: { instance, note } }: DiskWork, value: number): Sample => ({
  metric,
  source,
  instance,
  note,
  value,
});

const perSecond = (amount: number, { elapsedMs }: DiskWork): number => (amount * 1_000) / elapsedMs;
