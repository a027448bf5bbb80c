import { parentPort, workerData } from 'node:worker_threads';
import { pack } from '../../shared/history/packed.js';
import { HistoryKeeper } from './keeper.js';
import type {
  ExportQuery,
  Job,
  PackedQuery,
  Query,
  Request,
  WorkerMessage,
  WorkerStart,
} from './protocol.js';

/** Time from the start until the readings are looked through for damage, ms: the first screen comes first. */
const CHECK_AFTER_MS = 5_000;

/** Entry of the thread that owns the database: requests in, answers out, one after the other. */
function main(port: NonNullable<typeof parentPort>, start: WorkerStart): void {
  const send = (message: WorkerMessage): void => port.postMessage(message);
  const keeper = new HistoryKeeper(start, (news) => send({ type: 'news', news }));
  keeper.open();
  const fail = (id: number, error: unknown): void =>
    send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  port.on('message', ({ id, ask }: Request) => {
    try {
      if (ask.type === 'export') {
        exported(keeper, ask).then(
          (value) => send({ type: 'answer', id, value }),
          (error: unknown) => fail(id, error),
        );
        return;
      }
      if (ask.type === 'rest') {
        const isOver = keeper.rest();
        send({ type: 'answer', id, value: isOver });
        if (isOver) port.close();
        return;
      }
      const value = answer(keeper, ask);
      if (ask.type === 'end') keeper.close();
      send({ type: 'answer', id, value });
      // Nothing is left to do, so the thread ends by itself: one that is ended inside the library takes the process along.
      if (ask.type === 'end') port.close();
    } catch (error) {
      fail(id, error);
    }
  });
  if (start.check) setTimeout(() => keeper.check(), CHECK_AFTER_MS).unref();
}

function answer(keeper: HistoryKeeper, ask: Job | Query | PackedQuery): unknown {
  if (ask.type === 'packed') return pack(keeper.answer(ask.query));
  return isQuery(ask) ? keeper.answer(ask) : keeper.take(ask);
}

async function exported(keeper: HistoryKeeper, query: ExportQuery): Promise<string> {
  const { exportText } = await import('./export.js');
  return exportText(keeper, query);
}

const QUERIES: ReadonlySet<string> = new Set<Query['type']>([
  'series',
  'incidents',
  'timeline',
  'status',
  'find',
  'prechecks',
  'handle',
  'carried-on',
]);

function isQuery(ask: Job | Query): ask is Query {
  return QUERIES.has(ask.type);
}

if (parentPort === null) throw new Error('the history runs in a thread of the program, not by hand');
main(parentPort, workerData as WorkerStart);
