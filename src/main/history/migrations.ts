/** One step of the database's structure. Steps are never changed once released; later structure is a new step. */
export interface Migration {
  /** Number that the file carries (`user_version`) once this step is done. */
  readonly version: number;
  readonly sql: string;
}

/** All steps, in order. What the tables mean: docs/history.md. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        metric TEXT NOT NULL,
        instance TEXT NOT NULL DEFAULT '',
        unit TEXT NOT NULL,
        UNIQUE (metric, instance)
      );
      CREATE TABLE raw (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
      CREATE TABLE minute (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
      CREATE TABLE hour (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
      CREATE TABLE incident (
        id TEXT PRIMARY KEY,
        clause TEXT NOT NULL,
        part TEXT NOT NULL,
        metric TEXT NOT NULL,
        instance TEXT,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        severity TEXT NOT NULL,
        state TEXT NOT NULL,
        json TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX incident_opened ON incident (opened_at);
      CREATE INDEX incident_open ON incident (opened_at) WHERE closed_at IS NULL;
      CREATE TABLE happening (
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        incident TEXT NOT NULL DEFAULT '',
        by TEXT,
        detail TEXT,
        PRIMARY KEY (at, kind, incident)
      ) WITHOUT ROWID;
      CREATE TABLE span (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        started INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        lasting INTEGER NOT NULL
      );
      CREATE INDEX span_started ON span (started);
      CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    // The third trigger: REPLACE takes a row out without asking the second one.
    sql: `
      CREATE TABLE precheck (seq INTEGER PRIMARY KEY, json TEXT NOT NULL);
      CREATE TRIGGER precheck_unchanged BEFORE UPDATE ON precheck
      BEGIN SELECT RAISE(ABORT, 'records of checks are never changed'); END;
      CREATE TRIGGER precheck_undeleted BEFORE DELETE ON precheck
      BEGIN SELECT RAISE(ABORT, 'records of checks are never deleted'); END;
      CREATE TRIGGER precheck_unreplaced BEFORE INSERT ON precheck
      WHEN EXISTS (SELECT 1 FROM precheck WHERE seq = NEW.seq)
      BEGIN SELECT RAISE(ABORT, 'a record of a check has this number'); END;
    `,
  },
];
