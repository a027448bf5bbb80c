import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdviceCode } from '../../../../shared/metrics/advice.js';
import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import { WEEK_MS } from '../times.js';
import { desktopCrashes, MESSAGE_IDS, unexpectedStarts } from './boots.js';
import { createDiskErrorCounters } from './disk-error-counters.js';
import { countSample, episodes, type Occurrence } from './episodes.js';
import { type AskJournal, isJournalKept, type JournalFault } from './journal.js';
import { createJournalBook } from './journal-book.js';
import { KERNEL_GREP, type KernelEventKind, kernelEventOf } from './kernel-events.js';
import { kernelCrashes } from './pstore.js';
import { unexpectedStartsOf } from './wtmp.js';

const DAY_MS = 86_400_000;
/** Starts are looked at over this long, ms: whether one was expected is told by the one before it. */
const STARTS_MS = 60 * DAY_MS;
/**
 * A machine does not start while this runs: only crashes of its desktop are new. Every other run, a little less for ticks that
 * come early, and not in the minute in which the disks are asked for their health (every 20 min from the start on).
 */
const STARTS_HOLD_MS = { first: 9 * 60_000, later: 19 * 60_000 };

const FROM_KERNEL = ['system.hang', 'system.crash', 'display.reset', 'disk.errors'] as const;

const KERNEL = 'journal: kernel';
const STARTS = 'journal: starts';

/** What IT can do about a journal that can't be read. */
const ADVICE: Readonly<Partial<Record<JournalFault, AdviceCode>>> = {
  'needs-rights': 'join-journal-group',
  unsupported: 'no-journal',
};

/**
 * `system.hang`, `system.crash`, `display.reset`, `system.unexpectedReboot` of the last 7 days and `disk.errors` of the last
 * 24 hours, from the journal: a program every ten minutes and another every twenty, which read only what is new. Counters of file systems and RAIDs
 * are instances of `disk.errors`. What the journal does not tell of starts, wtmp may.
 */
export function createHistory(root: string, ask: AskJournal): Collector {
  const kernel = createJournalBook(
    ask,
    WEEK_MS,
    ['MESSAGE', '_BOOT_ID'],
    [`--grep=${KERNEL_GREP}`, '--case-sensitive=yes', '_TRANSPORT=kernel'],
  );
  const starts = createJournalBook(
    ask,
    STARTS_MS,
    ['MESSAGE_ID', '_BOOT_ID', 'COREDUMP_COMM'],
    Object.values(MESSAGE_IDS).map((id) => `MESSAGE_ID=${id}`),
    STARTS_HOLD_MS,
  );
  const diskCounters = createDiskErrorCounters(root);
  return {
    id: 'linux.history',
    metrics: [...FROM_KERNEL, 'system.unexpectedReboot'],
    tier: 'rare',
    timeoutMs: 45_000,
    async read(context) {
      const kernelLog = await kernel.read(context);
      const startLog = await starts.read(context);
      const counters = diskCounters();
      if (kernelLog.missing !== undefined || startLog.missing !== undefined) {
        const missing = kernelLog.missing ?? startLog.missing ?? 'failed';
        return [
          ...FROM_KERNEL.map((metric) => without(metric, KERNEL, missing)),
          ...counters,
          fromWtmp(root, context.at, missing),
        ];
      }
      const of = (kind: KernelEventKind): Occurrence[] =>
        kernelLog.entries.flatMap(({ at, field }) => {
          const text = field('MESSAGE');
          return kernelEventOf(text) === kind ? [{ at, text: text.slice(0, 60) }] : [];
        });
      const panics = kernelCrashes(root).map((at): Occurrence => ({ at, text: 'kernel crash' }));
      const crashes = episodes([...of('crash'), ...panics, ...desktopCrashes(startLog.entries)]);
      const week = context.at - WEEK_MS;
      const source = isJournalKept(root) ? KERNEL : `${KERNEL}, this start only`;
      return [
        countSample('system.hang', source, episodes(of('hang')), week),
        countSample('system.crash', source, crashes, week),
        countSample('display.reset', source, episodes(of('display-reset')), week),
        countSample('disk.errors', source, of('disk-error'), context.at - DAY_MS),
        ...counters,
        isJournalKept(root)
          ? restarts(STARTS, unexpectedStarts(startLog.entries), crashes, context)
          : fromWtmp(root, context.at, 'unsupported'),
      ];
    },
    reset() {
      kernel.reset();
      starts.reset();
    },
  };
}

function without(metric: MetricId, source: string, missing: JournalFault): Sample {
  const advice = ADVICE[missing];
  return advice === undefined ? { metric, source, missing } : { metric, source, missing, advice };
}

/** A crash takes the machine down by itself: the start after it is no second event. */
const SAME_CRASH_MS = 10 * 60_000;

function restarts(
  source: string,
  at: readonly number[],
  crashes: readonly Occurrence[],
  context: Pick<ReadContext, 'at'>,
): Sample {
  const own = at.filter(
    (start) => !crashes.some((crash) => start >= crash.at && start - crash.at < SAME_CRASH_MS),
  );
  const occurrences = own.map((start): Occurrence => ({ at: start, text: '' }));
  return countSample('system.unexpectedReboot', source, occurrences, context.at - WEEK_MS);
}

/** Starts by wtmp, and by the one before it, which a month's end puts aside. */
function fromWtmp(root: string, now: number, missing: JournalFault): Sample {
  const source = '/var/log/wtmp';
  const records = ['var/log/wtmp.1', 'var/log/wtmp'].map((file) => {
    try {
      return readFileSync(join(root, file));
    } catch {
      return Buffer.alloc(0);
    }
  });
  const starts = unexpectedStartsOf(Buffer.concat(records));
  if (starts !== null) return restarts(source, starts, [], { at: now });
  const reason = missing === 'needs-rights' ? missing : 'unsupported';
  return { metric: 'system.unexpectedReboot', source, missing: reason, advice: 'no-boot-records' };
}
