import { incidentsCsv, incidentsJson } from '../../shared/history/export-incidents.js';
import { seriesCsv, seriesJson } from '../../shared/history/export-series.js';
import { createTranslator } from '../i18n.js';
import type { HistoryKeeper } from './keeper.js';
import type { ExportQuery } from './protocol.js';

/**
 * Makes the text of an export. In the thread of the history, because a table of thousands of rows would hold main; a
 * module of its own, loaded when it is needed, because texts of two languages take memory. @throws Error when nothing
 * can be read now
 */
export function exportText(
  keeper: Pick<HistoryKeeper, 'answer'>,
  { wish, language, now }: ExportQuery,
): string {
  const speech = { t: createTranslator(language), language };
  if (wish.what === 'incidents') {
    const incidents = keeper.answer({ type: 'incidents', query: wish.query });
    return wish.format === 'csv' ? incidentsCsv(incidents, speech) : incidentsJson(incidents, wish.query);
  }
  const series = wish.queries.map((query) => ({
    query,
    answer: keeper.answer({ type: 'series', query, now }),
  }));
  return wish.format === 'csv' ? seriesCsv(series, speech) : seriesJson(series);
}
