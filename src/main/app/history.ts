import { uptime } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { historyAnswers, noHistory } from '../history/answers.js';
import { HistoryClient } from '../history/client.js';
import type { HistoryNews } from '../history/protocol.js';
import { Recorder } from '../history/recorder.js';
import { Spool, spoolOf } from '../history/spool.js';
import { historyThread } from '../history/thread.js';
import type { HistoryAnswers } from '../ipc/handlers.js';
import { Emitter } from '../monitor/emitter.js';
import type { Services } from './services.js';

/** The history, as the set-ups of the program know it. */
export interface History {
  readonly answers: HistoryAnswers;
  /** Looks something up; null: a replay keeps none. */
  readonly ask: HistoryClient['ask'] | null;
  /** Where records of checks are kept; null: a replay keeps none. */
  readonly records: Pick<HistoryClient, 'ask' | 'store'> | null;
  /** What the store tells unasked. */
  readonly news: Emitter<HistoryNews>;
  /** Writes what was read up to now. */
  readonly flush: () => void;
  /** Opens the database, beside the main thread, and goes on with the incidents of earlier runs. */
  start(): void;
  /** Puts a defect, or a process of ours that ended by itself, on record. */
  readonly noteCrash: (detail: string) => void;
}

/** Keeps the history of this machine. A replay writes none: a trace is another time, maybe another machine. */
export function keepHistory({ start, settings, monitor, notice, log, redact }: Services): History {
  const file = join(app.getPath('userData'), 'history.db');
  const news = new Emitter<HistoryNews>();
  if (start.args.replay)
    return {
      answers: noHistory(file),
      ask: null,
      records: null,
      news,
      flush: () => undefined,
      start: () => undefined,
      noteCrash: () => undefined,
    };
  const startedAt = Date.now();
  const bootedAt = startedAt - uptime() * 1_000;
  const hear = (told: HistoryNews): void => {
    switch (told.type) {
      case 'set-aside':
        notice({ code: 'history-set-aside', detail: told.file });
        // Those that are open belong into the new one, too.
        recorder.saveAll();
        break;
      case 'memory':
        log.warn(`history: ${told.problem}`);
        notice({ code: 'history-not-stored', detail: file });
        break;
      case 'stored':
        log.info('the history is written again');
        monitor.withdrawNotice('history-not-stored');
        break;
      case 'defect':
        log.error('history', told.message);
    }
    news.emit(told);
  };
  const spawn = historyThread({ file, version: app.getVersion(), bootedAt, startedAt });
  const client = new HistoryClient({ spawn, spool: new Spool(spoolOf(file)), onNews: hear });
  const recorder = new Recorder({ monitor, history: client });
  closeAtEnd(client, recorder);
  return {
    answers: historyAnswers({ client, recorder }),
    ask: (query) => client.ask(query),
    records: client,
    news,
    flush: () => recorder.flush(),
    start: () => {
      client.start();
      const reopenMs = settings.current.reopenMinutes * 60_000;
      client
        .ask({ type: 'carried-on', now: Date.now(), reopenMs })
        .then((incidents) => monitor.adopt(incidents))
        .catch((error: unknown) => log.warn('incidents of earlier runs are not known', error));
    },
    noteCrash: (detail) => recorder.noteCrash(redact(detail)),
  };
}

/** The program ends only when what is left is written, or after some seconds. */
function closeAtEnd(client: HistoryClient, recorder: Recorder): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    recorder.flush();
    void client.close(Date.now()).then(() => app.exit());
  });
}
