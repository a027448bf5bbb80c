import { formatNumber } from '../format/number.js';
import { formatClock } from '../format/time.js';
import type { Judgement } from '../health/judgement.js';
import type { Speech } from '../health/messages.js';
import { CATALOGUES, type MessageKey, type Translate } from '../i18n/index.js';
import type { CollectorStats } from '../sampler/protocol.js';

/** How a collector is doing, the most troubled first. */
export const CONDITIONS = ['quarantined', 'backing-off', 'waiting', 'no-data', 'fine'] as const;

/** A condition of {@link CONDITIONS}. */
export type Condition = (typeof CONDITIONS)[number];

/** Tone in which a condition is shown. */
export const CONDITION_TONES: Readonly<Record<Condition, Judgement>> = {
  quarantined: 'fault',
  'backing-off': 'warning',
  waiting: 'unknown',
  'no-data': 'unknown',
  fine: 'ok',
};

/** Rates need two readings, and the first run may come before what it reads from is there. */
const FIRST_RUNS = 3;
/** What is read more rarely than this says how things are at its first run, ms. */
const OFTEN_MS = 10_000;

/** How a collector is doing. */
export function conditionOf({ state, runs, successes, noData, periodMs }: CollectorStats): Condition {
  if (state === 'quarantined' || state === 'backing-off') return state;
  if (successes > 0) return 'fine';
  return noData === 0 || (runs < FIRST_RUNS && periodMs <= OFTEN_MS) ? 'waiting' : 'no-data';
}

/** Whether somebody should look at a collector. */
export const isTroubled = (stats: CollectorStats): boolean =>
  ['quarantined', 'backing-off'].includes(conditionOf(stats));

/** Troubled ones first, then those that had more failures; otherwise as they are. */
export function byTrouble(collectors: readonly CollectorStats[]): CollectorStats[] {
  const failed = ({ failures, timeouts }: CollectorStats): number => failures + timeouts;
  const rank = (stats: CollectorStats): number => CONDITIONS.indexOf(conditionOf(stats));
  return [...collectors].sort((a, b) => rank(a) - rank(b) || failed(b) - failed(a));
}

/** Name of a collector in words; the id itself where there are none. */
export function collectorName(id: string, t: Translate): string {
  const key = `ui.diag.collector.${id.replace(/^(?:linux|windows|macos|si|os)\./, '')}`;
  return Object.hasOwn(CATALOGUES['zh-CN'], key) ? t(key as MessageKey) : id;
}

/** What is known of a collector, as short texts. */
export interface CollectorWords {
  readonly condition: string;
  /** How often it runs. */
  readonly period: string;
  /** When it ran and how long that took; undefined before its first run. */
  readonly last: string | undefined;
  /** undefined while it hangs. */
  readonly next: string | undefined;
  readonly counts: string;
  /** The last failure: when, and what it means. */
  readonly error: string | undefined;
}

/** Says how a collector is doing. */
export function collectorWords(stats: CollectorStats, speech: Speech): CollectorWords {
  const { t, language } = speech;
  const { lastStartedAt, lastDurationMs, nextRunAt, lastError, successes, noData, failures, timeouts } =
    stats;
  const ran = lastStartedAt === null ? undefined : formatClock(lastStartedAt);
  return {
    condition: t(`ui.diag.condition.${conditionOf(stats)}`),
    period: periodWords(stats.periodMs, t),
    last:
      ran === undefined
        ? undefined
        : lastDurationMs === null
          ? t('ui.diag.last', { time: ran })
          : t('ui.diag.last.took', { time: ran, ms: formatNumber(language, lastDurationMs, 1) }),
    next: nextRunAt === null ? undefined : t('ui.diag.next', { time: formatClock(nextRunAt) }),
    counts: t('ui.diag.counts', { successes, noData, failures: failures + timeouts }),
    error:
      lastError === null
        ? undefined
        : t('ui.diag.error', {
            time: formatClock(lastError.at),
            words: errorWords(lastError.text, t),
          }),
  };
}

function periodWords(ms: number, t: Translate): string {
  const minutes = ms / 60_000;
  if (Number.isInteger(minutes)) return t('ui.diag.every.minutes', { minutes });
  return t('ui.diag.every.seconds', { seconds: Math.round(ms / 1_000) });
}

/** What an error message of the system means; its own words stand beside it. */
export function errorWords(text: string, t: Translate): string {
  const late = /^no answer within (\d+) ms$/.exec(text);
  if (late) return t('ui.diag.error.late', { ms: late[1] ?? '' });
  if (/\b(EACCES|EPERM)\b|permission denied|access is denied/i.test(text)) return t('ui.diag.error.rights');
  if (/\b(ENOENT|ENODEV|ENXIO)\b|no such (file|device)/i.test(text)) return t('ui.diag.error.absent');
  if (/\b(EIO|EREMOTEIO|ETIMEDOUT)\b/.test(text)) return t('ui.diag.error.device');
  return t('ui.diag.error.other');
}
