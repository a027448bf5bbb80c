import { pathToFileURL } from 'node:url';
import { row } from './compare.mjs';
import { bundleHistory } from './history-bundle.mjs';

/** Series of the budget: 40 metrics, two years. */
const SERIES = 40;
const ROUNDS = 15;

/** What two years of history take, and how long the page waits for them. @param {(line: string) => void} tell */
export async function benchHistory(tell) {
  tell(`history: two years of ${SERIES} series, ${ROUNDS} rounds`);
  const bundle = await bundleHistory();
  try {
    const { benchHistory: measure } = await import(pathToFileURL(bundle.history).href);
    const costs = await measure(SERIES, ROUNDS, pathToFileURL(bundle.worker));
    /** @param {string} id @param {string} what @param {number[]} runs @param {number} [limit] */
    const time = (id, what, runs, limit) =>
      row(
        { id: `history.${id}`, what, unit: 'ms' },
        runs,
        undefined,
        limit === undefined ? undefined : () => limit,
      );
    return [
      row(
        { id: 'history.file', what: 'two years of 40 series', unit: 'MB' },
        [costs.fileMb],
        undefined,
        () => 128,
      ),
      time('day', 'query: last 24 hours', costs.day),
      time('month', 'query: 30 days', costs.month, 50),
      time('years', 'query: two years', costs.years),
      time('batch', 'writing a minute of readings', costs.batch),
      time('check', 'looking the readings through for damage', costs.check),
      time('held', 'asking thread held meanwhile', costs.held, 10),
    ];
  } finally {
    bundle.remove();
  }
}
