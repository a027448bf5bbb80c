import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HistoryKeeper } from '../../../src/main/history/keeper.js';
import type { HistoryNews, Query } from '../../../src/main/history/protocol.js';
import type { BatchSeries } from '../../../src/main/history/readings.js';
import type { SeriesAnswer } from '../../../src/shared/history/series.js';

/** Noon of some day, ms since 1970: the begin of an hour. */
export const NOON = Date.UTC(2026, 2, 2, 12);

/** A folder of its own for one test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onair-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A keeper on a file, with all that it told. */
export function openKeeper(file: string, now: () => number = () => NOON, startedAt = now()) {
  const news: HistoryNews[] = [];
  const keeper = new HistoryKeeper(
    { file, version: '1.0.0', bootedAt: NOON - 5_000, startedAt },
    (one) => news.push(one),
    now,
  );
  keeper.open();
  onTestFinished(() => keeper.close());
  const series = (query: Extract<Query, { type: 'series' }>['query'], at = now()): SeriesAnswer =>
    keeper.answer({ type: 'series', query, now: at }) as SeriesAnswer;
  return { keeper, news, series };
}

/** Processor load from a moment on, one reading every two seconds; null: without a value. */
export function load(from: number, values: readonly (number | null)[]): BatchSeries {
  return { metric: 'cpu.load', at: values.map((_, index) => from + index * 2_000), values };
}
