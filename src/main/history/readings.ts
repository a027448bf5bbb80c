import { METRICS, type MetricId } from '../../shared/metrics/dictionary.js';
import { seriesKey } from '../../shared/metrics/reading.js';
import {
  type AggregateTable,
  HOURS,
  MINUTES,
  RAW_ROW_MS,
  rowKey,
  rowStart,
  SERIES_LIMIT,
} from './buckets.js';
import type { Sqlite } from './database.js';
import { appendSamples, type Sample } from './samples.js';
import { readSeriesTable } from './series-table.js';
import { emptyRow, mergeIntoRow } from './slots.js';

/** The readings of one series since the last batch. */
export interface BatchSeries {
  readonly metric: MetricId;
  readonly instance?: string;
  /** Times, ms since 1970. A clock that was set back makes them fall. */
  readonly at: readonly number[];
  /** null: the reading came without a value. */
  readonly values: readonly (number | null)[];
}

/**
 * Writes readings to all three levels at once, merging them with what a stretch of time holds already. So a level
 * never waits for another, and a clock that was set back only makes a stretch hold more readings than usual.
 */
export class ReadingsWriter {
  private readonly ids = new Map<string, number>();

  constructor(private readonly db: Sqlite) {
    for (const { id, metric, instance } of readSeriesTable(db)) this.ids.set(seriesKey(metric, instance), id);
  }

  /** Writes a batch; belongs into a transaction. */
  write(batch: readonly BatchSeries[]): void {
    const known = batch.flatMap((series) => {
      const id = this.idOf(series);
      return id === null ? [] : [{ id, samples: samplesOf(series) }];
    });
    // Rows are appended to the tables only when they come in the order of their keys.
    known.sort((a, b) => a.id - b.id);
    for (const { id, samples } of known) this.writeRaw(id, samples);
    for (const table of [MINUTES, HOURS])
      for (const { id, samples } of known) this.writeAggregate(table, id, samples);
  }

  private writeRaw(series: number, samples: readonly Sample[]): void {
    for (const [key, group] of groupBy(samples, (at) => rowKey(at, RAW_ROW_MS, series)))
      this.replace('raw', key, (before) => appendSamples(before, rowStart(key, RAW_ROW_MS), group));
  }

  private writeAggregate(table: AggregateTable, series: number, samples: readonly Sample[]): void {
    for (const [key, group] of groupBy(samples, (at) => rowKey(at, table.rowMs, series)))
      this.replace(table.table, key, (before) => {
        const fresh = emptyRow(table);
        // Another length is no row of ours: what it says could be anything.
        const row = before?.length === fresh.length ? before : fresh;
        mergeIntoRow(row, group, table);
        return row;
      });
  }

  private replace(table: string, key: number, change: (before: Buffer | undefined) => Buffer): void {
    const before = this.db.cell(`SELECT CAST(data AS BLOB) FROM ${table} WHERE id = ?`, key);
    const data = change(before instanceof Uint8Array ? before : undefined);
    if (before === null) this.db.run(`INSERT INTO ${table} VALUES (?, ?)`, key, data);
    else this.db.run(`UPDATE ${table} SET data = ? WHERE id = ?`, data, key);
  }

  /** @returns null when there are too many series; a device that gets a new name at every start must not fill the disk */
  private idOf({ metric, instance }: BatchSeries): number | null {
    const key = seriesKey(metric, instance);
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    if (this.ids.size >= SERIES_LIMIT - 1) return null;
    const taken = new Set(this.ids.values());
    let id = 1;
    while (taken.has(id)) id += 1;
    this.db.run('INSERT INTO series VALUES (?, ?, ?, ?)', id, metric, instance ?? '', METRICS[metric].unit);
    this.ids.set(key, id);
    return id;
  }
}

function samplesOf({ at, values }: BatchSeries): Sample[] {
  return at.map((time, index) => ({ at: time, value: values[index] ?? Number.NaN }));
}

function groupBy(samples: readonly Sample[], keyOf: (at: number) => number): Map<number, Sample[]> {
  const groups = new Map<number, Sample[]>();
  for (const sample of samples) {
    const key = keyOf(sample.at);
    const group = groups.get(key);
    if (group) group.push(sample);
    else groups.set(key, [sample]);
  }
  return groups;
}
