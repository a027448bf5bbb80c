import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { HOURS, MINUTES, RAW_ROW_MS, rowKey } from '../../src/main/history/buckets.js';
import { HistoryClient, type SpawnHistory } from '../../src/main/history/client.js';
import type { Sqlite } from '../../src/main/history/database.js';
import { saveIncident } from '../../src/main/history/incidents.js';
import { checkTable, LARGE_TABLES, openHistory } from '../../src/main/history/open.js';
import type { WorkerMessage } from '../../src/main/history/protocol.js';
import { type BatchSeries, ReadingsWriter } from '../../src/main/history/readings.js';
import { appendSamples, type Sample } from '../../src/main/history/samples.js';
import { readSeries } from '../../src/main/history/series.js';
import { emptyRow, mergeIntoRow } from '../../src/main/history/slots.js';
import { Spool, spoolOf } from '../../src/main/history/spool.js';
import type { IncidentState } from '../../src/shared/health/state.js';
import { INCIDENTS_LIMIT } from '../../src/shared/history/records.js';
import { KEEP_MS, type SeriesQuery } from '../../src/shared/history/series.js';
import { METRIC_IDS } from '../../src/shared/metrics/dictionary.js';
import { openIncident } from '../support/incident.js';

/** What two years of history take. Times in ms. */
export interface HistoryCosts {
  readonly fileMb: number;
  readonly day: readonly number[];
  readonly month: readonly number[];
  readonly years: readonly number[];
  readonly check: readonly number[];
  readonly batch: readonly number[];
  /** Longest time that the thread which asks was held while it wrote and asked. */
  readonly held: readonly number[];
}

const TICK_MS = 2_000;
const DAY_MS = 86_400_000;

/** Writes two years of a busy station into a file, and a month of a thousand incidents. @param count number of series */
export function writeTwoYears(file: string, now: number, count: number): void {
  const db = openHistory(file);
  fillTwoYears(db, now, count);
  db.transaction(() => {
    for (let index = 0; index < INCIDENTS_LIMIT; index += 1) saveIncident(db, pastIncident(now, index));
  });
  db.close();
}

/** One of many incidents, with everything that people and the program noted about it. */
function pastIncident(now: number, index: number): IncidentState {
  const since = now - KEEP_MS.minute + index * (KEEP_MS.minute / (INCIDENTS_LIMIT + 1));
  return openIncident({
    id: `cpu.load@${since}`,
    metric: 'cpu.load',
    unit: '%',
    since,
    openedAt: since + 30_000,
    closedAt: since + 600_000,
    acknowledgedAt: since + 60_000,
    acknowledgedBy: 'Ann',
    resolution: { kind: 'resolved', at: since + 700_000, by: 'Ann', cause: 'a program that took too much' },
    steps: ['close', 'tabs', 'restart'].map((step) => ({ step, at: since + 90_000, by: 'Ann' })),
    programs: ['encoder', 'browser', 'chat'].map((name) => ({ name, value: 20, unit: '%' })),
  });
}

/** Values that differ from reading to reading, so that no row is smaller than it can be. */
function* samples(from: number, to: number, step: number): Generator<Sample> {
  for (let at = from; at < to; at += step)
    yield { at, value: 40 + 30 * Math.sin(at / 7e6) + (at % 977) / 100 };
}

/** Fills a database as two years of readings would have left it; rows have the same size whatever they hold. */
export function fillTwoYears(db: Sqlite, now: number, count: number): BatchSeries[] {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const batch = ids.map((id) => ({
    metric: METRIC_IDS[id % METRIC_IDS.length] ?? 'cpu.load',
    instance: `instance ${id}`,
    at: Array.from({ length: 30 }, (_, index) => now + index * TICK_MS),
    values: Array.from({ length: 30 }, (_, index) => index + id),
  }));
  db.transaction(() => {
    new ReadingsWriter(db).write(batch.map((series) => ({ ...series, at: [now], values: [1] })));
    for (let at = now - KEEP_MS.raw; at < now - RAW_ROW_MS; at += RAW_ROW_MS)
      for (const id of ids) {
        const start = Math.floor(at / RAW_ROW_MS) * RAW_ROW_MS;
        const data = appendSamples(undefined, start, [...samples(start, start + RAW_ROW_MS, TICK_MS)]);
        db.run('INSERT INTO raw VALUES (?, ?)', rowKey(at, RAW_ROW_MS, id), data);
      }
    for (const [table, keep] of [
      [MINUTES, KEEP_MS.minute],
      [HOURS, KEEP_MS.hour],
    ] as const)
      for (let at = now - keep; at < now - table.rowMs; at += table.rowMs)
        for (const id of ids) {
          const row = emptyRow(table);
          const start = Math.floor(at / table.rowMs) * table.rowMs;
          mergeIntoRow(row, [...samples(start, start + table.rowMs, table.slotMs / 2)], table);
          db.run(`INSERT INTO ${table.table} VALUES (?, ?)`, rowKey(at, table.rowMs, id), row);
        }
  });
  db.run('PRAGMA wal_checkpoint(TRUNCATE)');
  return batch;
}

/** Measures two years of `count` series. @param worker the built thread of the history */
export async function benchHistory(count: number, rounds: number, worker: URL): Promise<HistoryCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'onair-history-'));
  try {
    const file = join(folder, 'history.db');
    const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const db = openHistory(file);
    const batch = fillTwoYears(db, now, count);
    const fileMb = statSync(file).size / 1_048_576;
    const time = (action: (round: number) => void): number[] =>
      Array.from({ length: rounds }, (_, round) => {
        const start = performance.now();
        action(round);
        return performance.now() - start;
      });
    const query = (round: number, span: number): SeriesQuery => {
      const { metric, instance } = batch[round % batch.length] as (typeof batch)[number] & {
        instance: string;
      };
      return { metric, instance, from: now - span, to: now, maxPoints: 2_000 };
    };
    const read = (span: number) => time((round) => void readSeries(db, query(round, span), now));
    const [day, month, years] = [read(KEEP_MS.raw), read(KEEP_MS.minute), read(KEEP_MS.hour)];
    const check = time(() => {
      for (const table of LARGE_TABLES) checkTable(db, table);
    });
    const writer = new ReadingsWriter(db);
    const writes = time((round) => {
      const later = batch.map((series) => ({ ...series, at: series.at.map((at) => at + round * 60_000) }));
      db.transaction(() => writer.write(later));
    });
    db.close();
    const held = await heldWhileUsed(file, worker, batch, rounds, query);
    return { fileMb, day, month, years, check, batch: writes, held };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function heldWhileUsed(
  file: string,
  worker: URL,
  batch: readonly BatchSeries[],
  rounds: number,
  query: (round: number, span: number) => SeriesQuery,
): Promise<number[]> {
  const spawn: SpawnHistory = ({ onMessage, onExit }) => {
    const thread = new Worker(worker, {
      workerData: { file, version: '0', bootedAt: 0, startedAt: 0, check: true },
    });
    thread.on('message', (message: WorkerMessage) => onMessage(message));
    const ended = new Promise<void>((resolve) => thread.on('exit', () => resolve()));
    thread.on('exit', () => onExit('ended'));
    return { send: (request) => thread.postMessage(request), ended, end: () => void thread.terminate() };
  };
  const history = new HistoryClient({ spawn, spool: new Spool(spoolOf(file)), onNews: () => undefined });
  await history.ask({ type: 'status' });
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await history.store({ type: 'batch', at: Date.now(), series: batch });
    await history.ask({
      type: 'packed',
      query: { type: 'series', query: query(round, KEEP_MS.minute), now: Date.now() },
    });
    await sleep(5);
    delay.disable();
    // Its own timer of a millisecond is in every value.
    held.push(Math.max(0, delay.max / 1e6 - 1));
  }
  await history.close(Date.now());
  return held;
}
