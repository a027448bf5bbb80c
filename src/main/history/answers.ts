import type { HistoryStatus } from '../../shared/history/records.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { HistoryAnswers } from '../ipc/handlers.js';
import type { HistoryClient } from './client.js';
import type { PackedQuery, Query } from './protocol.js';
import type { Recorder } from './recorder.js';

/** What a history that is kept is asked through. */
export interface KeptHistory {
  readonly client: Pick<HistoryClient, 'ask'>;
  readonly recorder: Pick<Recorder, 'flush'>;
}

const packed = <Q extends Query>(query: Q): PackedQuery<Q> => ({ type: 'packed', query });

/** What pages learn from the history. What was read up to now is written before it is looked up. */
export function historyAnswers({ client, recorder }: KeptHistory): HistoryAnswers {
  return {
    'history:series': (query) => {
      recorder.flush();
      return answer(client.ask(packed({ type: 'series', query, now: Date.now() })));
    },
    'history:incidents': (query) => answer(client.ask(packed({ type: 'incidents', query }))),
    'history:spans': ({ from, to }) => {
      recorder.flush();
      return answer(client.ask(packed({ type: 'timeline', from, to })));
    },
    'history:status': () => {
      recorder.flush();
      return answer(client.ask({ type: 'status' }));
    },
    'history:incident': ({ id }) => answer(client.ask({ type: 'find', id })),
  };
}

/** A replay has no history: a trace is another time, maybe another machine. */
export function noHistory(file: string): HistoryAnswers {
  const status: HistoryStatus = { state: 'off', file, bytes: 0, oldest: null, series: [] };
  const none = failure('NOT_READY', 'a replay keeps no history');
  return {
    'history:series': () => none,
    'history:incidents': () => none,
    'history:spans': () => none,
    'history:status': () => success(status),
    'history:incident': () => none,
  };
}

/** While the database can't be read, that is an answer and not a defect. */
export async function answer<T>(asked: Promise<T>): Promise<Result<T>> {
  try {
    return success(await asked);
  } catch (error) {
    return failure('NOT_READY', error instanceof Error ? error.message : String(error));
  }
}
