import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Sqlite } from '../../../src/main/history/database.js';
import { RecordStore } from '../../../src/main/precheck/record-store.js';
import type { Notice } from '../../../src/shared/ipc/contract.js';
import { historyOf, openRecords, record } from './support.js';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'onair-records-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const onNotice = vi.fn<(notice: Notice) => void>();
  /** A start of the program; the one before ended. */
  let running: Awaited<ReturnType<typeof openRecords>> | null = null;
  const start = async () => {
    running?.keeper.close();
    onNotice.mockClear();
    running = await openRecords(folder, { onNotice });
    return running;
  };
  const codes = () => onNotice.mock.calls.map(([{ code }]) => code);
  /** Changes the table as somebody with a tool for it could. */
  const tamper = (sql: string) => {
    running?.keeper.close();
    const db = new Sqlite(join(folder, 'history.db'));
    const triggers = db.rows<[string, string]>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    for (const [name] of triggers) db.script(`DROP TRIGGER ${name}`);
    db.script(sql);
    for (const [, text] of triggers) db.script(text);
    db.close();
  };
  const head = join(folder, 'precheck-head.json');
  return { folder, start, codes, tamper, head };
}

/** A folder with three records. */
async function three() {
  const set = setUp();
  const { records } = await set.start();
  for (const id of ['a', 'b', 'c']) await records.append(record({ id }));
  return { ...set, first: records };
}

const ids = (records: RecordStore) => records.list().map(({ seq, record: { id } }) => `${seq} ${id}`);

describe('records of checks', () => {
  it('are there again after a restart, in a whole chain', async () => {
    const { first, start, codes } = await three();
    expect([first.keeping, first.check, first.head.count]).toEqual(['stored', { ok: true }, 3]);
    const { records } = await start();
    expect(ids(records)).toEqual(['1 a', '2 b', '3 c']);
    expect(records.list()).toEqual(first.list());
    expect([records.check, records.head]).toEqual([{ ok: true }, first.head]);
    expect(codes()).toEqual([]);
  });

  it.each([
    ['changed', 2, 4, `UPDATE precheck SET json = replace(json, '"go"', '"no-go"') WHERE seq = 2`],
    ['changed', 3, 4, "UPDATE precheck SET json = 'no record' WHERE seq = 3"],
    ['removed', 2, 4, 'DELETE FROM precheck WHERE seq = 2'],
    [
      'reordered',
      1,
      4,
      `UPDATE precheck SET seq = 9 WHERE seq = 1; UPDATE precheck SET seq = 1 WHERE seq = 2;
       UPDATE precheck SET seq = 2 WHERE seq = 9`,
    ],
    ['cut', 3, 4, 'DELETE FROM precheck WHERE seq = 3'],
    ['cut', 1, 4, 'DELETE FROM precheck'],
    [
      'changed',
      4,
      5,
      `INSERT INTO precheck SELECT 4, replace(json, '"seq":3', '"seq":4') FROM precheck WHERE seq = 3`,
    ],
  ] as const)(
    'show that they were %s at %i; number %i says so, and begins a chain that is whole',
    async (code, seq, number, sql) => {
      const { first, start, codes, tamper } = await three();
      tamper(sql);
      const { records } = await start();
      expect(records.check).toEqual({ ok: false, problem: { code, seq } });
      expect(codes()).toEqual(['precheck-changed']);
      const { record: next } = await records.append(record({ id: 'd' }));
      expect(next.breach).toEqual({ code, seq, head: first.head });
      expect([records.keeping, records.check]).toEqual(['stored', { ok: true }]);
      await records.append(record({ id: 'e' }));

      const again = await start();
      expect(again.records.check).toEqual({ ok: true });
      expect(codes()).toEqual([]);
      expect(ids(again.records).slice(-2)).toEqual([`${number} d`, `${number + 1} e`]);
      // The new chain is watched like the old one was.
      tamper('DELETE FROM precheck WHERE seq = (SELECT max(seq) FROM precheck)');
      expect((await start()).records.check).toEqual({
        ok: false,
        problem: { code: 'cut', seq: number + 1 },
      });
    },
  );

  it('show that the history was set aside, with the head that was', async () => {
    const { first, start, codes, folder } = await three();
    writeFileSync(join(folder, 'history.db'), 'no database'.repeat(1_000));
    const { records, news } = await start();
    expect(news.map(({ type }) => type)).toEqual(['set-aside']);
    expect(records.check).toEqual({ ok: false, problem: { code: 'cut', seq: 1 } });
    expect(codes()).toEqual(['precheck-changed']);
    const { record: next, seq } = await records.append(record({ id: 'd' }));
    expect([seq, next.breach]).toEqual([4, { code: 'cut', seq: 1, head: first.head }]);
    const again = await start();
    expect([ids(again.records), again.records.check, codes()]).toEqual([['4 d'], { ok: true }, []]);
  });

  it('are written again when the history is set aside while they are in memory', async () => {
    const { start, folder, codes } = await three();
    const { records, keeper } = await start();
    keeper.close();
    writeFileSync(join(folder, 'history.db'), 'no database'.repeat(1_000));
    await records.append(record({ id: 'd' }));
    await records.storeAgain();
    const again = await start();
    expect(ids(again.records)).toEqual(['1 a', '2 b', '3 c', '4 d']);
    expect([again.records.check, codes()]).toEqual([{ ok: true }, []]);
  });

  it('accept one that was written before its head was, and more than one', async () => {
    const { start, first, head } = await three();
    const before = readFileSync(head, 'utf8');
    await first.append(record({ id: 'd' }));
    writeFileSync(head, before);
    const second = await start();
    expect([second.records.check, second.records.head.count]).toEqual([{ ok: true }, 4]);
    await second.records.append(record({ id: 'e' }));
    writeFileSync(head, before);
    expect((await start()).records.check).toEqual({ ok: true });
  });

  it('are on disk also where their head could not be kept', async () => {
    const { start, first, head } = await three();
    rmSync(head);
    // A folder that holds something can't be replaced by a file.
    mkdirSync(join(head, 'in-the-way'), { recursive: true });
    await first.append(record({ id: 'd' }));
    const { records } = await start();
    expect([ids(records).at(-1), records.check]).toEqual(['4 d', { ok: true }]);
  });

  it('wait in memory while the history can not be written, and their head with them', async () => {
    const { start, folder, codes, head } = await three();
    const { keeper } = await start();
    const history = historyOf(keeper);
    let refuses = true;
    const store: typeof history.store = async (job) => !refuses && history.store(job);
    const records = new RecordStore({
      folder,
      history: { ...history, store },
      onNotice: () => undefined,
      now: () => new Date(0),
      log: { warn: () => undefined },
    });
    await records.open();
    const changed = vi.fn();
    records.changes.on(changed);
    const kept = readFileSync(head, 'utf8');
    for (const id of ['d', 'e']) await records.append(record({ id }));
    expect([records.keeping, ids(records).slice(3)]).toEqual(['waiting', ['4 d', '5 e']]);
    expect(readFileSync(head, 'utf8')).toBe(kept);
    refuses = false;
    changed.mockClear();
    await records.retry();
    expect(records.keeping).toBe('stored');
    expect(changed).toHaveBeenCalled();
    const again = await start();
    expect([ids(again.records).slice(3), again.records.check, codes()]).toEqual([
      ['4 d', '5 e'],
      { ok: true },
      [],
    ]);
  });

  it('that could not be read come later, before those that were made meanwhile', async () => {
    const { start, folder, codes } = await three();
    const { keeper } = await start();
    const history = historyOf(keeper);
    let refuses = true;
    const ask: typeof history.ask = (query) =>
      refuses ? Promise.reject(new Error('disk gone')) : history.ask(query);
    const records = new RecordStore({
      folder,
      history: { ...history, ask },
      onNotice: () => undefined,
      now: () => new Date(0),
      log: { warn: () => undefined },
    });
    await records.open();
    expect([records.keeping, records.list(), records.check]).toEqual(['unread', [], { ok: true }]);
    expect(await records.append(record({ id: 'd' }))).toMatchObject({ seq: 4 });
    expect(records.keeping).toBe('unread');
    refuses = false;
    await records.retry();
    expect([records.keeping, ids(records)]).toEqual(['stored', ['1 a', '2 b', '3 c', '4 d']]);
    const again = await start();
    expect([again.records.list().length, again.records.check, codes()]).toEqual([4, { ok: true }, []]);
  });

  it('of a replay are neither read nor written', async () => {
    const { folder, head } = await three();
    const kept = readFileSync(head, 'utf8');
    const records = new RecordStore({
      folder,
      history: null,
      onNotice: () => undefined,
      now: () => new Date(0),
      log: { warn: () => undefined },
    });
    await records.open();
    await records.append(record({ id: 'd' }));
    expect([records.keeping, ids(records)]).toEqual(['off', ['1 d']]);
    expect(readFileSync(head, 'utf8')).toBe(kept);
  });
});

describe('records of earlier versions', () => {
  /** Records as lines of a file. */
  async function lines(change: (text: string) => string = (text) => text) {
    const { first } = await three();
    const set = setUp();
    const text = first
      .list()
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join('');
    writeFileSync(join(set.folder, 'precheck.jsonl'), change(text));
    writeFileSync(set.head, JSON.stringify(first.head));
    return { ...set, first };
  }
  const files = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

  it.each([
    ['whole', (text: string) => text],
    ['with a line that was being written when the power went', (text: string) => `${text}{"seq":4,"prev`],
  ])('are taken over once, %s; their file is renamed', async (_, change) => {
    const { start, folder, codes, first } = await lines(change);
    for (let i = 0; i < 2; i++) {
      const { records } = await start();
      expect(records.list()).toEqual(first.list());
      expect([records.keeping, records.check, codes()]).toEqual(['stored', { ok: true }, []]);
      expect(files(folder)).toEqual(['precheck.taken-over.jsonl']);
    }
  });

  it('are taken over to their end after the program was killed in the middle', async () => {
    const { start, folder, first } = await lines();
    const text = readFileSync(join(folder, 'precheck.jsonl'), 'utf8');
    writeFileSync(join(folder, 'precheck.jsonl'), text.slice(0, text.indexOf('\n') + 1));
    await start();
    writeFileSync(join(folder, 'precheck.jsonl'), text);
    const { records } = await start();
    expect([records.list(), records.check]).toEqual([first.list(), { ok: true }]);
  });

  it('show when their file was changed', async () => {
    const { start, codes } = await lines((text) => text.replace('"go"', '"no-go"'));
    expect((await start()).records.check).toMatchObject({ ok: false, problem: { code: 'changed', seq: 1 } });
    expect(codes()).toEqual(['precheck-changed']);
  });

  it.each([
    ['something else', () => 'not a record\n'],
    ['the same number twice', (text: string) => text + text],
  ])('are put aside when they are %s', async (_, change) => {
    const { start, folder, codes } = await lines(change);
    expect((await start()).records.list()).toEqual([]);
    expect(codes()).toEqual(['precheck-set-aside', 'precheck-changed']);
    expect(files(folder)).toEqual([expect.stringMatching(/^precheck\.corrupt-/)]);
  });

  it('are put aside when others have their numbers', async () => {
    const { start, folder, codes, first } = await lines();
    const { records } = await start();
    const other = { ...first.list()[0], hash: 'f'.repeat(64) };
    writeFileSync(join(folder, 'precheck.jsonl'), `${JSON.stringify(other)}\n`);
    const again = await start();
    expect(codes()).toEqual(['precheck-set-aside']);
    expect([again.records.list(), again.records.check]).toEqual([records.list(), { ok: true }]);
  });
});
