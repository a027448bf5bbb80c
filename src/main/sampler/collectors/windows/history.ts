import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../../collector.js';
import { type LogEvent, parseEvents, timesNote } from './event-log.js';
import { type Incidents, sortIncidents, stopCode } from './incidents.js';
import { type Fields, partOf, textOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { createReader, faulty, unreadable } from './reader.js';

const FROM_SYSTEM = ['system.crash', 'system.unexpectedReboot', 'display.reset', 'disk.errors'] as const;
const SYSTEM_LOG = 'event log: System';
const APPLICATION_LOG = 'event log: Application';

/** Days of SOP section 4: what happened longer ago is over. */
const DAYS_MS = { week: 7 * 86_400_000, day: 86_400_000 } as const;

/**
 * `system.hang`, `system.crash`, `system.unexpectedReboot`, `display.reset` of the last 7 days and `disk.errors` of the last
 * 24 hours, from the event logs that every user may read; the times are in the note.
 */
export function createHistory(host: PowerShellHost): Collector {
  const metrics: readonly MetricId[] = ['system.hang', ...FROM_SYSTEM];
  const head = {
    id: 'windows.history',
    metrics,
    tier: 'rare',
    timeoutMs: 60_000,
    request: 'events',
  } as const;
  return createReader(host, head, (answer) => [...hangSamples(answer), ...systemSamples(answer)]);
}

function hangSamples(answer: HostAnswer): Sample[] {
  const part = partOf(answer, 'application');
  if (part.kind === 'fault') return faulty(['system.hang'], APPLICATION_LOG, part);
  return [hangSample(part.value)];
}

/** Programs that stopped answering (Application Hang 1002); its first value is the program. */
export function hangSample(value: Fields): Sample {
  const log = parseEvents(value);
  if (log === null) return { metric: 'system.hang', source: APPLICATION_LOG, missing: 'failed' };
  const hangs = log.events.filter(({ id, provider }) => id === 1002 && /^Application Hang$/i.test(provider));
  const nameOf = ({ fields, values }: LogEvent): string => textOf(fields.AppName) || (values[0] ?? '');
  return count('system.hang', APPLICATION_LOG, within(hangs, log.now, DAYS_MS.week), nameOf);
}

function systemSamples(answer: HostAnswer): Sample[] {
  const part = partOf(answer, 'system');
  if (part.kind === 'fault') return faulty(FROM_SYSTEM, SYSTEM_LOG, part);
  const log = parseEvents(part.value);
  if (log === null) return unreadable(FROM_SYSTEM, SYSTEM_LOG);
  return incidentSamples(sortIncidents(log.events), log.now);
}

/** Readings of the incidents of a System log that was asked at `now`, ms since 1970. */
export function incidentSamples(incidents: Incidents, now: number): Sample[] {
  const week = (events: readonly LogEvent[]): LogEvent[] => within(events, now, DAYS_MS.week);
  const codeOf = (event: LogEvent): string => {
    const code = stopCode(event);
    return code === null ? '' : `0x${code.toString(16).toUpperCase()}`;
  };
  const kindOf = ({ provider, id }: LogEvent): string => `${provider} ${id}`;
  return [
    count('system.crash', SYSTEM_LOG, week(incidents.crashes), codeOf),
    count('system.unexpectedReboot', SYSTEM_LOG, week(incidents.unexpectedReboots)),
    count('display.reset', SYSTEM_LOG, week(incidents.displayResets)),
    count('disk.errors', SYSTEM_LOG, within(incidents.diskErrors, now, DAYS_MS.day), kindOf),
  ];
}

/** Events of a span up to now; ones of the future were written by a clock that was wrong, and count. */
const within = (events: readonly LogEvent[], now: number, spanMs: number): LogEvent[] =>
  events.filter(({ at }) => at > now - spanMs);

function count(
  metric: MetricId,
  source: string,
  events: readonly LogEvent[],
  nameOf?: (event: LogEvent) => string,
): Sample {
  const note = timesNote(events, nameOf);
  return { metric, source, value: events.length, ...(note === '' ? {} : { note }) };
}
