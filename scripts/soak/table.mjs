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
 *   devices: import('../../tests/bench/device-soak.js').DeviceSoak,
 *   reached: boolean,
 *   killed: import('./history-kill.mjs').Kills,
 * }} found
 * @returns {Row[]}
 */
export function judge({ warm, final, runner, devices, reached, killed }) {
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
    row("sampler's runner, open files", runner.warm.files, runner.end.files, 0),
    row('devices come and go, heap, MB', devices.warm.heap, devices.end.heap, GROWTH_LIMIT),
    row('devices come and go, handles', devices.warm.handles, devices.end.handles, 0),
    row('devices come and go, open files', devices.warm.files, devices.end.files, 0),
    row('devices come and go, listeners', devices.warm.listeners, devices.end.listeners, 0),
    row('incidents lost by kills', 0, killed.lost.length, 0),
    row('incidents doubled by kills', 0, killed.doubled.length, 0),
    row('records of checks lost by kills', 0, killed.missing.length, 0),
    row('chains of records broken by kills', 0, killed.broken.length, 0),
    {
      what: 'history whole after kills',
      before: 1,
      after: Number(killed.integrity === 'ok'),
      limit: 0,
      held: killed.integrity === 'ok',
    },
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
