import { expect, test, vi } from 'vitest';
import { HistoryClient, type HistoryThread, type SpawnHistory } from '../../../src/main/history/client.js';
import type { HistoryNews, Request } from '../../../src/main/history/protocol.js';
import { openIncident } from '../../support/incident.js';

/** Threads that say nothing by themselves. */
function client() {
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
  return {
    history: new HistoryClient({ spawn, onNews: (one) => news.push(one) }),
    threads,
    news,
    last,
    answer,
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
