import { type CsvCell, csvText } from '../format/csv.js';
import { metricName, type Speech } from '../health/messages.js';
import { metricSpec } from '../metrics/dictionary.js';
import { localTime } from './export.js';
import type { SeriesAnswer, SeriesQuery } from './series.js';

/** A series that was asked for, and its rows. */
export interface ExportedSeries {
  readonly query: SeriesQuery;
  readonly answer: SeriesAnswer;
}

const COLUMNS = [
  'time',
  'utc',
  'name',
  'metric',
  'instance',
  'unit',
  'level',
  'step',
  'min',
  'mean',
  'max',
  'known',
  'unknown',
  'from',
  'to',
] as const;

/** Curves as a table, one row a point: values in the unit of the metric, unrounded. */
export function seriesCsv(series: readonly ExportedSeries[], speech: Speech): string {
  const { t } = speech;
  const head = COLUMNS.map((name) => t(`export.column.${name}`));
  return csvText([head, ...series.flatMap((one) => rowsOf(one, speech))]);
}

function rowsOf({ query, answer }: ExportedSeries, { t }: Speech): CsvCell[][] {
  const { metric, instance = null, from, to } = query;
  const { level, stepMs, at, min, avg, max, known, unknown } = answer;
  const name = metricName(metric, t);
  const fixed = [name, metric, instance, metricSpec(metric).unit, t(`export.level.${level}`), stepMs / 1_000];
  const stretch = [localTime(from), localTime(to)];
  return at.map((time, index) => [
    localTime(time),
    new Date(time).toISOString(),
    ...fixed,
    min[index] ?? null,
    avg[index] ?? null,
    max[index] ?? null,
    known[index] ?? 0,
    unknown[index] ?? 0,
    ...stretch,
  ]);
}

/** Curves as JSON for programs: columns of equal length, times in ms since 1970. */
export function seriesJson(series: readonly ExportedSeries[]): string {
  const written = series.map(({ query: { metric, instance, from, to }, answer }) => {
    const { level, stepMs, ...columns } = answer;
    return { metric, instance, unit: metricSpec(metric).unit, from, to, level, stepMs, ...columns };
  });
  return `${JSON.stringify({ schema: 1, kind: 'series', series: written })}\n`;
}
