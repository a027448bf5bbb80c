import { hostname } from 'node:os';
import { app } from 'electron';
import { type ExportWish, exportFileName, fileTime } from '../../shared/history/export.js';
import type { Transfer } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { ownOsName } from '../diagnostics/surroundings.js';
import { answer } from '../history/answers.js';
import type { Handlers } from '../ipc/handle.js';
import type { FileAnswers } from '../ipc/handlers.js';
import { gatherReport } from '../report/gather.js';
import { ReportPrinter } from '../report/printer.js';
import type { Desktop } from './desktop.js';
import type { History } from './history.js';
import { saveAs } from './save-as.js';
import type { Services } from './services.js';

const NO_HISTORY = failure('NOT_READY', 'a replay keeps no history');

/** Makes files of the history: what is shown as a table or as data, and the report of an incident. */
export function answerFiles(
  services: Services,
  desktop: Desktop,
  { ask, flush }: History,
  stationName: () => string,
): FileAnswers {
  const { texts, monitor, baseline } = services;
  const printer = new ReportPrinter(desktop.openReport);

  const exportShown = async (wish: ExportWish): Promise<Result<Transfer>> => {
    if (!ask) return NO_HISTORY;
    const { t, language } = texts.speech;
    return saveAs({
      window: desktop.windows.main,
      title: t('dialog.export.history'),
      name: exportFileName(wish),
      files: t(`dialog.export.${wish.format}`),
      content: () => {
        flush();
        return answer(ask({ type: 'export', wish, language, now: Date.now() }));
      },
    });
  };

  const saveReport = async (id: string): Promise<Result<Transfer>> => {
    if (!ask) return NO_HISTORY;
    flush();
    const found = await answer(ask({ type: 'find', id }));
    if (!found.ok) return found;
    const incident = found.value;
    if (!incident) return failure('NOT_READY', 'no such incident');
    const station = {
      name: stationName(),
      computer: hostname(),
      os: ownOsName(),
      version: app.getVersion(),
    };
    const { t } = texts.speech;
    return saveAs({
      window: desktop.windows.main,
      title: t('dialog.report.title'),
      name: `onair-sentry-report-${incident.metric}-${fileTime(incident.since)}.pdf`,
      files: t('dialog.report.files'),
      content: async () => {
        const view = await answer(
          gatherReport(incident, {
            ask,
            station,
            baseline: baseline.view.current,
            states: monitor.metricStates(),
            now: Date.now(),
          }),
        );
        return view.ok ? success(await printer.print(view.value)) : view;
      },
    });
  };

  return {
    'history:export': exportShown,
    'history:report': ({ id }) => saveReport(id),
    'report:get': () => {
      const { view } = printer;
      return view ? success(view) : failure('NOT_READY', 'no report is being made');
    },
    'report:ready': () => {
      printer.ready();
      return success(undefined);
    },
  };
}

/** Notes what people did about an incident that the station itself forgot: of an earlier day, or of an earlier run. */
export function storedHandling({ ask }: History): Handlers['incident:handle'] {
  return async ({ id, action }) => {
    const nothing = failure('NOT_READY', 'no such incident, or nothing to change');
    if (!ask) return nothing;
    try {
      return (await ask({ type: 'handle', id, action, at: Date.now() })) ? success(undefined) : nothing;
    } catch (error) {
      return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
    }
  };
}
