import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HistoryClient } from '../../../src/main/history/client.js';
import { HistoryKeeper } from '../../../src/main/history/keeper.js';
import type { HistoryNews, Query } from '../../../src/main/history/protocol.js';
import { RecordStore } from '../../../src/main/precheck/record-store.js';
import type { Notice } from '../../../src/shared/ipc/contract.js';
import { NOW } from '../../support/precheck-record.js';

export { NOW, record } from '../../support/precheck-record.js';

/** What a real history answers, without its thread. */
export function historyOf(keeper: HistoryKeeper): Pick<HistoryClient, 'ask' | 'store'> {
  return {
    ask: async (query) => keeper.answer(query as Query) as never,
    store: async (job) => keeper.take(job),
  };
}

/** Records in the history of a folder, as a start of the program finds them. */
export async function openRecords(
  folder: string,
  { onNotice = () => undefined }: { readonly onNotice?: (notice: Notice) => void } = {},
) {
  const news: HistoryNews[] = [];
  const keeper = new HistoryKeeper(
    { file: join(folder, 'history.db'), version: '1.0.0', bootedAt: NOW, startedAt: NOW },
    (one) => news.push(one),
  );
  keeper.open();
  onTestFinished(() => keeper.close());
  const records = new RecordStore({
    folder,
    history: historyOf(keeper),
    onNotice,
    now: () => new Date(NOW),
    log: { warn: () => undefined },
  });
  await records.open();
  return { records, keeper, news };
}
