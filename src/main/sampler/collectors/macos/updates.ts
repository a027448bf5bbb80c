import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { shortTime } from '../times.js';
import { TOOLS } from './tools.js';

const source = 'softwareupdate -l --no-scan';
const METRICS = ['system.updates', 'system.restartPending'] as const;

/** One update that waits. */
export interface PendingUpdate {
  readonly label: string;
  readonly restarts: boolean;
}

/** Reads `softwareupdate -l`, in the form of today and in that before macOS 10.15. null: it says neither which nor none. */
export function parseUpdates(text: string): PendingUpdate[] | null {
  const updates: PendingUpdate[] = [];
  for (const line of text.split('\n')) {
    const label = /^\s*\* (?:Label: )?(\S.*)$/.exec(line)?.[1]?.trim();
    if (label !== undefined) updates.push({ label, restarts: false });
    else if (/Action: (restart|shut ?down)|\[(restart|shut ?down)\]/i.test(line)) markLast(updates);
  }
  return updates.length > 0 || /No new software available/i.test(text) ? updates : null;
}

function markLast(updates: PendingUpdate[]): void {
  const last = updates.pop();
  if (last !== undefined) updates.push({ ...last, restarts: true });
}

/** Reads a date as `defaults` prints it, `2026-11-20 10:11:12 +0000`, to ms since 1970; null: it is none. */
export function parseDefaultsDate(text: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)\s*$/.exec(text.trim());
  const at = Date.parse(`${found?.[1]}T${found?.[2]}${found?.[3]}:${found?.[4]}`);
  return Number.isNaN(at) ? null : at;
}

/** Reads a whole number as `defaults` prints it; null: it is none. */
export function parseDefaultsCount(text: string): number | null {
  return /^\d{1,4}\s*$/.test(text) ? Number(text) : null;
}

const PREFERENCES = '/Library/Preferences/com.apple.SoftwareUpdate';

/**
 * `system.updates` and `system.restartPending` (an update waits that restarts the Mac) as macOS found them when it
 * last looked by itself; when that was is the note. Nothing is looked for on the network.
 */
export function createUpdates(run: RunCommand): Collector {
  return {
    id: 'macos.updates',
    metrics: METRICS,
    tier: 'rare',
    heavy: true,
    timeoutMs: 65_000,
    async read(context) {
      const stored = async (key: string): Promise<string> =>
        answerOf(await run(TOOLS.defaults, ['read', PREFERENCES, key], context)).text ?? '';
      const [list, date, count] = await Promise.all([
        run(TOOLS.softwareupdate, ['-l', '--no-scan'], context, { timeoutMs: 60_000 }),
        stored('LastSuccessfulDate'),
        stored('LastUpdatesAvailable'),
      ]);
      const { missing } = answerOf(list);
      if (missing !== undefined) return lacking(METRICS, source, missing);
      const checkedAt = parseDefaultsDate(date);
      // That there is nothing is said on the channel for errors.
      const updates = list.kind === 'done' ? parseUpdates(`${list.stdout}\n${list.stderr}`) : null;
      return updates === null
        ? countOnly(parseDefaultsCount(count), checkedAt)
        : samplesOf(updates, checkedAt);
    },
  };
}

/** The list may be in the user's language; how many there were is kept as a number as well, their restarts are not. */
function countOnly(count: number | null, checkedAt: number | null): Sample[] {
  if (count === null || checkedAt === null) return lacking(METRICS, source, 'failed');
  return [
    {
      metric: 'system.updates',
      source: 'com.apple.SoftwareUpdate',
      value: count,
      note: `checked ${shortTime(checkedAt)}`,
    },
    ...lacking(['system.restartPending'], source, 'failed'),
  ];
}

function samplesOf(updates: readonly PendingUpdate[], checkedAt: number | null): Sample[] {
  // A Mac that has never looked has found nothing either.
  if (updates.length === 0 && checkedAt === null)
    return METRICS.map((metric) => ({ metric, source, missing: 'not-present', advice: 'check-for-updates' }));
  const checked = checkedAt === null ? [] : [`checked ${shortTime(checkedAt)}`];
  const note = (some: readonly PendingUpdate[]): { note: string } => ({
    note: [...checked, ...some.map(({ label }) => label)].join(', '),
  });
  const restarting = updates.filter(({ restarts }) => restarts);
  return [
    { metric: 'system.updates', source, value: updates.length, ...note(updates) },
    {
      metric: 'system.restartPending',
      source,
      value: restarting.length > 0 ? 1 : 0,
      ...note(restarting),
    },
  ];
}
