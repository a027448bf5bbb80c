import { cpus, uptime } from 'node:os';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { CommandResult, RunCommand } from '../../command.js';
import { answerOf, type NoAnswer } from '../answers.js';
import { shortTime, WEEK_MS } from '../times.js';
import { TOOLS } from './tools.js';

const metric = 'system.unexpectedReboot';
const source = 'log show: Previous shutdown cause';

/** A start of the system, and why it had gone down before. */
export interface ShutdownRecord {
  /** Wall clock of the start, ms since 1970. */
  readonly at: number;
  /** Code of the controller of Intel Macs: 5 is an orderly shutdown, 3 the power button held, 0 power lost. */
  readonly cause: number;
}

const ORDERLY = 5;

const LINE =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?([+-]\d\d)(\d\d)\s.*\bPrevious shutdown cause: (-?\d{1,5})\s*$/;

/** Reads the entries that `log show` found; other lines are passed over. */
export function parseShutdownCauses(text: string): ShutdownRecord[] {
  return text.split('\n').flatMap((line): ShutdownRecord[] => {
    const [, day, time, hours, minutes, cause] = LINE.exec(line) ?? [];
    const at = Date.parse(`${day}T${time}${hours}:${minutes}`);
    return Number.isNaN(at) ? [] : [{ at, cause: Number(cause) }];
  });
}

/** What this collector asks of the machine; tests put their own. */
export interface Machine {
  /** Time since the system was started, ms. */
  readonly uptimeMs: () => number;
  /** Apple's own processors have a controller that does not tell why the power went. */
  readonly isAppleSilicon: () => boolean;
}

const thisMachine: Machine = {
  uptimeMs: () => uptime() * 1_000,
  isAppleSilicon: () => /Apple/.test(cpus()[0]?.model ?? ''),
};

/** A search through the log costs a minute of a core: after a failure it is tried again this much later, ms (ours). */
const RETRY_MS = 6 * 3_600_000;

/** Why there is no record: besides a failure, the log is open to administrators only. */
type NoRecord = NoAnswer | 'needs-rights';

const isRefused = (result: CommandResult): boolean =>
  result.kind === 'failed' && /\b(admin\w*|root|permi\w+)\b/i.test(result.stderr);

/**
 * `system.unexpectedReboot`: starts of the last seven days that no orderly shutdown went before. The log is searched
 * once: nothing can be added before the next start, which ends this process.
 */
export function createShutdown(run: RunCommand, machine: Machine = thisMachine): Collector {
  let found: readonly ShutdownRecord[] | null = null;
  let failed: { readonly missing: NoRecord; readonly at: number } | null = null;

  async function search(context: ReadContext): Promise<void> {
    const predicate = 'process == "kernel" AND eventMessage CONTAINS "Previous shutdown cause"';
    const args = ['show', '--last', '7d', '--style', 'syslog', '--predicate', predicate];
    const result = await run(TOOLS.log, args, context, { timeoutMs: 90_000 });
    const { text, missing } = answerOf(result);
    if (missing === undefined) found = parseShutdownCauses(text);
    else failed = { missing: isRefused(result) ? 'needs-rights' : missing, at: context.monotonic };
  }

  return {
    id: 'macos.shutdown',
    metrics: [metric],
    tier: 'rare',
    heavy: true,
    timeoutMs: 95_000,
    async read(context) {
      if (machine.uptimeMs() >= WEEK_MS) return [{ metric, source: 'uptime', value: 0 }];
      if (machine.isAppleSilicon())
        return [{ metric, source, missing: 'unsupported', advice: 'no-record-on-macos' }];
      const mayTry = failed === null || context.monotonic - failed.at >= RETRY_MS;
      if (found === null && mayTry) {
        failed = null;
        await search(context);
      }
      return [sampleOf(found, failed?.missing ?? 'failed', context.at)];
    },
  };
}

function sampleOf(found: readonly ShutdownRecord[] | null, missing: NoRecord, now: number): Sample {
  if (found === null)
    return missing === 'needs-rights'
      ? { metric, source, missing, advice: 'admin-account-on-macos' }
      : { metric, source, missing };
  // The system was started within the week, so there must be an entry: without one the log does not keep them.
  if (found.length === 0) return { metric, source, missing: 'unsupported', advice: 'no-record-on-macos' };
  const events = found.filter(({ at, cause }) => cause !== ORDERLY && at > now - WEEK_MS && at <= now);
  const note = events.map(({ at, cause }) => `${shortTime(at)} (${cause})`).join(', ');
  return { metric, source, value: events.length, ...(note === '' ? {} : { note }) };
}
