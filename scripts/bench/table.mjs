/** @typedef {import('./compare.mjs').Row} Row */

const HEADS = ['what', 'value', 'its runs', 'reference', 'limit', ''];

/** The rows as a table for people. @param {readonly Row[]} rows */
export function toTable(rows) {
  const lines = [HEADS, ...rows.map(toCells)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {Row} row @returns {string[]} */
function toCells({ what, unit, value, runs, reference, limit, side, held, note }) {
  const spread = runs.length > 1 ? `${format(Math.min(...runs))}–${format(Math.max(...runs))}` : '';
  const verdict = held === undefined ? (note ?? '') : held ? 'held' : 'MISSED';
  return [
    unit ? `${what}, ${unit}` : what,
    value === null ? 'not measured' : format(value),
    spread,
    reference === undefined ? '' : format(reference),
    limit === undefined ? '' : `${side === 'at least' ? '≥' : '≤'} ${format(limit)}`,
    verdict,
  ];
}

/** Three digits, whatever the size. @param {number} value */
function format(value) {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3);
}
