import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HistoryClient, type HistoryThread, type SpawnHistory } from '../../../src/main/history/client.js';
import type { HistoryNews, Job, Request } from '../../../src/main/history/protocol.js';
import { readSpool, Spool } from '../../../src/main/history/spool.js';
import { openIncident } from '../../support/incident.js';
import { testFolder } from './folder.js';

const BATCH: Job = { type: 'batch', at: 1, series: [] };
const INCIDENT: Job = { type: 'incident', incident: openIncident() };

/** Threads that say nothing by themselves. @param clock of the spool, ms */
function client({ restAfterMs, clock }: { restAfterMs?: number; clock?: () => number } = {}) {
  const threads: {
    sent: Request[];
    events: Parameters<SpawnHistory>[0];
    thread: HistoryThread;
    isOver: () => void;
  }[] = [];
  const news: HistoryNews[] = [];
  const spawn: SpawnHistory = (events) => {
    const sent: Request[] = [];
    let isOver = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    const thread = { send: (request: Request) => void sent.push(request), ended, end: vi.fn() };
    threads.push({ sent, events, thread, isOver });
    return thread;
  };
  const last = () => {
    const one = threads.at(-1);
    if (!one) throw new Error('no thread was started');
    return one;
  };
  const answer = (value: unknown) => {
    const request = last().sent.at(-1);
    if (request) last().events.onMessage({ type: 'answer', id: request.id, value });
  };
  const file = join(testFolder(), 'spool');
  const spool = new Spool(file, clock);
  const asked = () => vi.waitFor(() => expect(last().sent.at(-1)?.ask).toEqual({ type: 'rest' }));
  return {
    history: new HistoryClient({
      spawn,
      spool,
      onNews: (one) => news.push(one),
      ...(restAfterMs !== undefined && { restAfterMs }),
    }),
    file,
    spool,
    threads,
    news,
    last,
    answer,
    /** Waits until the thread is asked to rest. */
    asked,
    /** Starts a thread and lets it rest. */
    rest: async (history: HistoryClient) => {
      history.start();
      await asked();
      answer(true);
      last().events.onExit('ended');
    },
    spooled: () => readSpool(file)?.entries.map(({ job }) => job.type) ?? [],
    sent: () => last().sent.map(({ ask }) => ask.type),
  };
}

test('a job is stored when the thread says so', async () => {
  const { history, last, answer, threads } = client();
  const stored = history.store({ type: 'incident', incident: openIncident() });
  expect(last().sent).toEqual([{ id: 1, ask: { type: 'incident', incident: openIncident() } }]);
  answer(true);
  expect(await stored).toBe(true);
  const waits = history.store({ type: 'batch', at: 1, series: [] });
  answer(false);
  expect(await waits).toBe(false);
  expect(threads).toHaveLength(1);
});

test('a thread that died is replaced; the next one gets what has no answer, but no readings twice', async () => {
  const { history, last, answer, threads, news } = client();
  const batch = history.store({ type: 'batch', at: 1, series: [] });
  const incident = history.store({ type: 'incident', incident: openIncident() });
  last().events.onExit('out of memory');
  expect(await batch).toBe(false);
  expect(threads).toHaveLength(2);
  expect(last().sent.map(({ ask }) => ask.type)).toEqual(['incident']);
  answer(true);
  expect(await incident).toBe(true);
  expect(news).toEqual([{ type: 'defect', message: 'the thread of the history ended: out of memory' }]);
});

test('a thread that dies again and again is given up, and that is said', async () => {
  const { history, last, threads, news } = client();
  const asked = history.ask({ type: 'status' });
  for (let death = 0; death < 3; death += 1) last().events.onExit('no library');
  await expect(asked).rejects.toThrow('no library');
  await expect(history.ask({ type: 'status' })).rejects.toThrow('not running');
  expect(await history.store({ type: 'batch', at: 1, series: [] })).toBe(false);
  expect(threads).toHaveLength(3);
  expect(news.at(-1)).toEqual({ type: 'memory', problem: 'no library' });
});

test('a query that fails says why', async () => {
  const { history, last } = client();
  const asked = history.ask({ type: 'status' });
  last().events.onMessage({ type: 'failed', id: 1, message: 'disk gone' });
  await expect(asked).rejects.toThrow('disk gone');
});

test('closing is over when the thread has ended, not when it has answered: a thread ended early takes the process along', async () => {
  const { history, last, answer } = client();
  history.start();
  let isClosed = false;
  const closed = history.close(5).then(() => {
    isClosed = true;
  });
  answer(true);
  await new Promise((done) => setImmediate(done));
  expect(isClosed).toBe(false);
  last().isOver();
  await closed;
});

test('closing waits for what is left, but not for ever', async () => {
  vi.useFakeTimers();
  try {
    const { history, last } = client();
    history.start();
    const closed = history.close(5);
    expect(last().sent.at(-1)?.ask).toEqual({ type: 'end', at: 5 });
    await vi.advanceTimersByTimeAsync(3_999);
    expect(last().thread.end).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await closed;
    expect(last().thread.end).toHaveBeenCalledOnce();
    await expect(history.ask({ type: 'status' })).rejects.toThrow();
  } finally {
    vi.useRealTimers();
  }
});

test('a thread that nobody asks rests; jobs are spooled, and a question starts the next one', async () => {
  const { history, rest, spooled, threads, sent, answer, news } = client({ restAfterMs: 1 });
  await rest(history);
  expect(await Promise.all([history.store(BATCH), history.store(INCIDENT)])).toEqual([true, true]);
  expect(spooled()).toEqual(['batch', 'incident']);
  expect(threads).toHaveLength(1);
  const asked = history.ask({ type: 'status' });
  expect(threads).toHaveLength(2);
  expect(sent()).toEqual(['status']);
  answer('fine');
  expect(await asked).toBe('fine');
  expect(news).toEqual([]);
});

test('the next thread does not start before the spool is written', async () => {
  const { history, rest, spooled, threads, sent } = client({ restAfterMs: 1 });
  await rest(history);
  void history.store(BATCH);
  void history.ask({ type: 'status' });
  void history.store(INCIDENT);
  expect(threads).toHaveLength(1);
  await vi.waitFor(() => expect(threads).toHaveLength(2));
  expect(spooled()).toEqual(['batch']);
  expect(sent()).toEqual(['status', 'incident']);
});

test('a record of a check is not spooled: the database may refuse it', async () => {
  const { history, rest, threads, sent } = client({ restAfterMs: 1 });
  await rest(history);
  void history.store({ type: 'precheck', seq: 1, json: '{}' });
  expect(threads).toHaveLength(2);
  expect(sent()).toEqual(['precheck']);
});

test('a thread that keeps something in memory is asked again later', async () => {
  const { history, asked, answer, last, threads, sent } = client({ restAfterMs: 1 });
  history.start();
  await asked();
  void history.store(BATCH);
  expect(sent()).toEqual(['rest']);
  answer(false);
  expect(sent()).toEqual(['rest', 'batch']);
  answer(true);
  await asked();
  expect(last().sent).toHaveLength(3);
  expect(threads).toHaveLength(1);
});

test('what comes while a thread goes to rest is for the next one, readings too', async () => {
  for (const agrees of [true, false]) {
    const { history, asked, answer, last, threads, sent, news } = client({ restAfterMs: 1 });
    history.start();
    await asked();
    const stored = history.store(BATCH);
    // Or it dies before it has answered: it was not sent anything then, either.
    if (agrees) answer(true);
    last().events.onExit('ended');
    expect(threads).toHaveLength(2);
    expect(sent()).toEqual(['batch']);
    answer(true);
    expect(await stored).toBe(true);
    expect(news).toHaveLength(agrees ? 0 : 1);
  }
});

test('what can not be spooled is for a thread, in the same order', async () => {
  const { history, rest, spool, sent, threads } = client({ restAfterMs: 1 });
  await rest(history);
  vi.spyOn(spool, 'append').mockResolvedValue(false);
  void history.store(BATCH);
  void history.store(INCIDENT);
  await vi.waitFor(() => expect(sent()).toEqual(['batch', 'incident']));
  expect(threads).toHaveLength(2);
});

test('a spool that is old is taken into the database', async () => {
  let now = 0;
  const { history, rest, spooled, threads, sent } = client({ restAfterMs: 1, clock: () => now });
  await rest(history);
  for (now = 0; now < 600_000; now += 60_000) expect(await history.store(BATCH)).toBe(true);
  expect(spooled()).toHaveLength(10);
  void history.store(BATCH);
  expect(threads).toHaveLength(2);
  expect(sent()).toEqual(['batch']);
});

test('closing wakes a thread that rests, so that the database is whole', async () => {
  const { history, rest, last, answer, threads } = client({ restAfterMs: 1 });
  await rest(history);
  const closed = history.close(5);
  expect(threads).toHaveLength(2);
  expect(last().sent.at(-1)?.ask).toEqual({ type: 'end', at: 5 });
  answer(true);
  last().isOver();
  await closed;
  expect(await history.store(BATCH)).toBe(false);
});
