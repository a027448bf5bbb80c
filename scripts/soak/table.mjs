/** Growth that is none, MB: allocators keep pages, and code is compiled late. */
const GROWTH_LIMIT = 5;

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} before
 * @property {number} after
 * @property {number} limit most growth
 * @property {boolean} held
 */

/**
 * Says of everything that was measured whether it has grown.
 * @param {{
 *   warm: import('./drive.mjs').Use,
 *   final: import('./drive.mjs').Use,
 *   runner: import('../../tests/bench/sampler-soak.js').RunnerSoak,
 *   reached: boolean,
 * }} found
 * @returns {Row[]}
 */
export function judge({ warm, final, runner, reached }) {
  /** @param {string} what @param {number} before @param {number} after @param {number} limit */
  const row = (what, before, after, limit) => ({ what, before, after, limit, held: after - before <= limit });
  return [
    // A page of a file counts by how many others have it mapped just then: told, but nothing to fail for.
    row('main process, PSS, MB', warm.main, final.main, Number.POSITIVE_INFINITY),
    row('main process, PSS without files, MB', warm.own, final.own, GROWTH_LIMIT),
    row('main process, heap, MB', warm.heap, final.heap, GROWTH_LIMIT),
    row('main process, handles', warm.handles, final.handles, 0),
    row('main process, listeners', warm.listeners, final.listeners, 0),
    row('renderers with no window open', 0, final.renderers, 0),
    row("sampler's runner, heap, MB", runner.warm.heap, runner.end.heap, GROWTH_LIMIT),
    row("sampler's runner, handles", runner.warm.handles, runner.end.handles, 0),
    { what: 'whole trace played', before: 1, after: Number(reached), limit: 0, held: reached },
  ];
}

/** @param {readonly Row[]} rows */
export function toTable(rows) {
  const number = (/** @type {number} */ value) =>
    Number.isInteger(value) ? String(value) : value.toFixed(2);
  const lines = rows.map(
    ({ what, before, after, limit, held }) =>
      `| ${what} | ${number(before)} | ${number(after)} | ${number(after - before)} | ${limit === Number.POSITIVE_INFINITY ? '–' : limit} | ${held ? 'yes' : 'NO'} |`,
  );
  return [
    '| what | after warm-up | at the end | growth | at most | held |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
