/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/**
 * Runs two measurements in turns, so that what else the machine does falls on both.
 * @template T
 * @param {number} rounds
 * @param {{ ours: () => Promise<T>, reference: () => Promise<T> }} jobs
 * @returns {Promise<{ ours: T[], reference: T[] }>}
 */
export async function alternately(rounds, jobs) {
  /** @type {{ ours: T[], reference: T[] }} */
  const results = { ours: [], reference: [] };
  for (let round = 0; round < rounds; round++) {
    // Whoever comes second finds warmer caches: take turns in that, too.
    /** @type {('ours' | 'reference')[]} */
    const order = round % 2 === 0 ? ['reference', 'ours'] : ['ours', 'reference'];
    for (const name of order) results[name].push(await jobs[name]());
  }
  return results;
}

/**
 * One line of the result.
 * @typedef {object} Row
 * @property {string} id
 * @property {string} what
 * @property {string} unit
 * @property {number | null} value median; null: could not be measured here
 * @property {number[]} runs
 * @property {number} [reference] median
 * @property {number[]} [referenceRuns]
 * @property {number} [limit]
 * @property {'at most' | 'at least'} [side]
 * @property {boolean} [held]
 * @property {string} [note]
 */

/**
 * Makes a row of two series of runs, with its limit and whether it is held.
 * @param {{ id: string, what: string, unit: string, note?: string }} head
 * @param {readonly number[]} ours
 * @param {readonly number[]} [reference]
 * @param {(reference: number) => number} [limitFor] of the reference's median
 * @param {'at most' | 'at least'} [side]
 * @returns {Row}
 */
export function row(head, ours, reference, limitFor, side = 'at most') {
  const value = ours.length > 0 ? median(ours) : null;
  const other = reference?.length ? median(reference) : undefined;
  const limit = limitFor?.(other ?? Number.NaN);
  const known = value !== null && limit !== undefined && !Number.isNaN(limit);
  return {
    ...head,
    value,
    runs: [...ours],
    ...(other !== undefined && reference && { reference: other, referenceRuns: [...reference] }),
    ...(known && { limit, side, held: side === 'at most' ? value <= limit : value >= limit }),
  };
}
