import type { LogEvent } from './event-log.js';
import { onePerStart } from './event-log.js';
import { numberOf, textOf } from './part.js';

/** What a system has gone through, as events that stand for one occurrence each. */
export interface Incidents {
  readonly crashes: readonly LogEvent[];
  readonly unexpectedReboots: readonly LogEvent[];
  readonly displayResets: readonly LogEvent[];
  readonly diskErrors: readonly LogEvent[];
}

/** Who reports a stop code after a blue screen; the first name is of Windows 10 and 11. */
const BUG_CHECK = /^(Microsoft-Windows-WER-SystemErrorReporting|BugCheck)$/i;
const KERNEL_POWER = 'Microsoft-Windows-Kernel-Power';
const EVENT_LOG = 'EventLog';

/** Events that tell of a failing disk, by provider: bad block, controller error, retried or failed requests. */
const DISK_EVENTS: readonly (readonly [provider: RegExp, ids: ReadonlySet<number>])[] = [
  [/^disk$/i, new Set([7, 11, 15, 51, 52, 153, 154])],
  [/^(stor.*|iaStor.*|nvme.*|amdsata|atapi|mvs.*)$/i, new Set([11, 15, 129])],
  [/^(ntfs|microsoft-windows-ntfs)$/i, new Set([55, 140])],
];

/**
 * Sorts the events of the System log. One blue screen is reported up to three times (1001, 41 and 6008), one power cut
 * twice (41 and 6008): each start of Windows counts once, as a crash where a stop code is known.
 */
export function sortIncidents(events: readonly LogEvent[]): Incidents {
  const of = (provider: RegExp | string, id: number): LogEvent[] =>
    events.filter(
      (event) =>
        event.id === id &&
        (typeof provider === 'string' ? event.provider === provider : provider.test(event.provider)),
    );
  const powerLosses = of(KERNEL_POWER, 41);
  const withStopCode = powerLosses.filter((event) => (stopCode(event) ?? 0) !== 0);
  const crashes = onePerStart([...of(BUG_CHECK, 1001), ...withStopCode]);
  const starts = onePerStart([...crashes, ...powerLosses, ...of(EVENT_LOG, 6008)]);
  return {
    crashes,
    unexpectedReboots: starts.filter((event) => !crashes.includes(event)),
    displayResets: of(/^display$/i, 4101),
    diskErrors: events.filter(({ provider, id }) =>
      DISK_EVENTS.some(([name, ids]) => name.test(provider) && ids.has(id)),
    ),
  };
}

/** Stop code of a blue screen: field BugcheckCode of Kernel-Power 41, or the first value of event 1001; null: none. */
export function stopCode(event: LogEvent): number | null {
  const field = numberOf(textOf(event.fields.BugcheckCode));
  if (field !== null) return field;
  const text = textOf(event.fields.param1) || (event.values[0] ?? '');
  const hex = /^0x([0-9a-f]{1,8})\b/i.exec(text)?.[1];
  return hex === undefined ? null : Number.parseInt(hex, 16);
}
