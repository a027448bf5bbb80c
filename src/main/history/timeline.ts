import { HAPPENING_KINDS, type Happening, type Span, type Timeline } from '../../shared/history/records.js';
import { type Sqlite, textOf } from './database.js';

/** Two starts of the system are one when they are less apart than this, ms: its clock is set after it started. */
const SAME_BOOT_MS = 120_000;

/** Notes what happened; the same thing at the same moment is one. */
export function addHappening(db: Sqlite, { at, kind, incident, by, detail }: Happening): void {
  db.run(
    'INSERT OR IGNORE INTO happening VALUES (?, ?, ?, ?, ?)',
    Math.round(at),
    kind,
    incident ?? '',
    by ?? null,
    detail ?? null,
  );
}

/** Begins a run of the program, unless it has begun. Another run that still lasts by the records was cut off. */
export function beginRun(db: Sqlite, at: number, bootedAt: number, version: string): void {
  if (db.cell("SELECT 1 FROM span WHERE kind = 'run' AND lasting AND started = ?", at) !== null) return;
  for (const [ended] of db.rows<[number]>(
    "SELECT CAST(ended AS INTEGER) FROM span WHERE kind = 'run' AND lasting",
  ))
    addHappening(db, { at: ended, kind: 'cut-off' });
  db.run('UPDATE span SET lasting = 0 WHERE lasting');
  db.run("INSERT INTO span (kind, started, ended, lasting) VALUES ('run', ?, ?, 1)", at, at);
  const known = db.number("SELECT CAST(max(at) AS INTEGER) FROM happening WHERE kind = 'boot'");
  if (Math.abs(bootedAt - known) > SAME_BOOT_MS)
    addHappening(db, { at: bootedAt, kind: 'boot', detail: version });
}

/** Moves the proven end of everything that lasts. A clock that was set back does not make it shorter. */
export function prolong(db: Sqlite, at: number): void {
  db.run('UPDATE span SET ended = max(ended, ?) WHERE lasting', at);
}

/** Ends what lasts; without a kind, all of it. */
export function endSpans(db: Sqlite, at: number, kind: Span['kind'] | null = null): void {
  db.run(
    'UPDATE span SET ended = max(ended, ?), lasting = 0 WHERE lasting AND (?2 IS NULL OR kind = ?2)',
    at,
    kind,
  );
}

/** Begins a time on air, unless one lasts. */
export function beginOnAir(db: Sqlite, at: number): void {
  if (db.cell("SELECT 1 FROM span WHERE kind = 'on-air' AND lasting") !== null) return;
  db.run("INSERT INTO span (kind, started, ended, lasting) VALUES ('on-air', ?, ?, 1)", at, at);
}

/** Most rows of each kind in one answer. */
const ROWS_LIMIT = 5_000;

/** What stands beside the readings from `from` until before `to`, the newest first to be kept. */
export function readTimeline(db: Sqlite, from: number, to: number): Timeline {
  const spans = db.rows<[Buffer, number, number, number]>(
    `SELECT CAST(kind AS BLOB), CAST(started AS INTEGER), CAST(ended AS INTEGER), CAST(lasting AS INTEGER)
     FROM span WHERE started < ? AND ended >= ? ORDER BY started DESC LIMIT ?`,
    to,
    from,
    ROWS_LIMIT,
  );
  const happenings = db.rows<[number, ...Buffer[]]>(
    `SELECT CAST(at AS INTEGER), CAST(kind AS BLOB), CAST(incident AS BLOB), CAST(by AS BLOB), CAST(detail AS BLOB)
     FROM happening WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ?`,
    from,
    to,
    ROWS_LIMIT,
  );
  return { spans: spans.reverse().flatMap(spanOf), happenings: happenings.reverse().flatMap(happeningOf) };
}

function spanOf([kind, from, to, lasting]: readonly [Buffer, number, number, number]): Span[] {
  const name = textOf(kind);
  return name === 'run' || name === 'on-air' ? [{ kind: name, from, to, lasting: lasting === 1 }] : [];
}

function happeningOf([at, kind, incident, by, detail]: readonly [number, ...Buffer[]]): Happening[] {
  const name = HAPPENING_KINDS.find((one) => one === textOf(kind));
  if (!name) return [];
  const about = { incident: textOf(incident), by: textOf(by), detail: textOf(detail) };
  const said = Object.entries(about).filter(([, text]) => text !== '');
  return [{ at, kind: name, ...Object.fromEntries(said) }];
}
