import type { ExportFormat, ExportWish } from '../../../../shared/history/export.js';
import type { IncidentQuery } from '../../../../shared/history/records.js';
import type { StoredSeries } from '../../../../shared/history/series.js';
import type { Stretch } from './chart-data.js';
import { POINTS, type Shown } from './use-history.js';

/** The curves that are shown, as finely as they are drawn. */
export function seriesWish(
  { series, compared, stretch }: Pick<Shown, 'series' | 'compared' | 'stretch'>,
  format: ExportFormat,
): ExportWish {
  const query = (one: StoredSeries) => ({ ...one, ...stretch, maxPoints: POINTS });
  return {
    what: 'series',
    format,
    queries: compared ? [query(series), query(compared.series)] : [query(series)],
  };
}

/** What the list is filtered by; '' lets everything through. */
export interface Filters {
  readonly part: string;
  readonly severity: string;
  readonly state: string;
}

/** The incidents that are listed, by the same filters. */
export function incidentsWish(stretch: Stretch, filters: Filters, format: ExportFormat): ExportWish {
  const chosen = Object.entries(filters).filter(([, value]) => value !== '');
  const query: IncidentQuery = { ...stretch, ...Object.fromEntries(chosen) };
  return { what: 'incidents', format, query };
}
