import type { IncidentQuery } from './records.js';
import type { SeriesQuery } from './series.js';

/** Kinds of files that can be exported. */
export const EXPORT_FORMATS = ['csv', 'json'] as const;

/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Most series of one file: what a chart shows. */
export const EXPORT_SERIES_LIMIT = 2;

/** What is shown, and shall become a file: curves as they are drawn, or incidents as they are filtered. */
export type ExportWish =
  | { readonly what: 'series'; readonly format: ExportFormat; readonly queries: readonly SeriesQuery[] }
  | { readonly what: 'incidents'; readonly format: ExportFormat; readonly query: IncidentQuery };

/** The stretch of time of a wish, ms since 1970. */
export function exportedStretch(wish: ExportWish): { readonly from: number; readonly to: number } {
  if (wish.what === 'incidents') return wish.query;
  return {
    from: Math.min(...wish.queries.map(({ from }) => from)),
    to: Math.max(...wish.queries.map(({ to }) => to)),
  };
}

/** Name of the file that is offered: what, and from when until when; no sign that a file system refuses. */
export function exportFileName(wish: ExportWish): string {
  const { from, to } = exportedStretch(wish);
  const what =
    wish.what === 'incidents' ? 'incidents' : [...new Set(wish.queries.map((one) => one.metric))].join('+');
  return `onair-sentry-${what}-${fileTime(from)}-${fileTime(to)}.${wish.format}`;
}

/** `20261125T1402`, in local time. */
export function fileTime(at: number): string {
  return localTime(at).slice(0, 16).replace(/[-:]/g, '').replace(' ', 'T');
}

/** `2026-11-25 14:02:31`, in local time: spreadsheets read it as a time everywhere. */
export function localTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
