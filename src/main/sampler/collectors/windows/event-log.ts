import { type Fields, isFields, listOf, numberOf, textOf } from './part.js';

/** One event of a Windows log. Messages are never asked for: they are written in the user's language. */
export interface LogEvent {
  readonly id: number;
  readonly provider: string;
  /** ms since 1970. */
  readonly at: number;
  readonly fields: Fields;
  readonly values: readonly string[];
}

/** Events of a log since some time. */
export interface EventLog {
  readonly events: readonly LogEvent[];
  /** The machine's clock when it was asked, ms since 1970. */
  readonly now: number;
}

/** Reads an answer of `Read-Events`; null: it is none. Events without an id or a time are left out. */
export function parseEvents(value: Fields): EventLog | null {
  const rows = listOf(value.list);
  const now = numberOf(value.now);
  if (rows === null || now === null) return null;
  const events = rows.flatMap((row) => {
    const id = numberOf(row.id);
    const at = numberOf(row.at);
    const provider = textOf(row.provider);
    if (id === null || at === null || at <= 0 || provider === '') return [];
    const values = Array.isArray(row.values) ? row.values.filter((each) => typeof each === 'string') : [];
    return [{ id, provider, at, fields: isFields(row.fields) ? row.fields : {}, values }];
  });
  return { events, now };
}

/** Events closer together than this belong to one start of Windows, ms: all are written while it starts (ours). */
const SAME_START_MS = 10 * 60_000;

/** Leaves out events that tell of the same start as one before them in the list. */
export function onePerStart(events: readonly LogEvent[]): LogEvent[] {
  const kept: LogEvent[] = [];
  for (const event of events)
    if (!kept.some(({ at }) => Math.abs(at - event.at) < SAME_START_MS)) kept.push(event);
  return kept;
}

/** How many times a note names; it has to stay short. */
const TIMES_IN_NOTE = 5;

/** Times of events for a note, newest first, in the local time of the machine: `2026-11-20 08:15`. */
export function timesNote(
  events: readonly LogEvent[],
  nameOf: (event: LogEvent) => string = () => '',
): string {
  const newest = [...events].sort((a, b) => b.at - a.at).slice(0, TIMES_IN_NOTE);
  return newest.map((event) => `${localTime(event.at)} ${nameOf(event)}`.trim()).join(', ');
}

function localTime(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
