import { isMetricId, type MetricId } from '../../shared/metrics/dictionary.js';
import { type Sqlite, textOf } from './database.js';

/** A series that the database knows, and the number that its rows bear. */
export interface SeriesRow {
  readonly id: number;
  readonly metric: MetricId;
  readonly instance: string | undefined;
}

/** All series, in the order in which they first came. A metric that this version does not know is left out. */
export function readSeriesTable(db: Sqlite): SeriesRow[] {
  return db
    .rows('SELECT id, CAST(metric AS BLOB), CAST(instance AS BLOB) FROM series ORDER BY id')
    .flatMap(([id, metric, instance]) => {
      const name = textOf(metric);
      return isMetricId(name)
        ? [{ id: Number(id), metric: name, instance: textOf(instance) || undefined }]
        : [];
    });
}
