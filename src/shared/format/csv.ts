/** A cell of a table: a text, a number, or nothing. */
export type CsvCell = string | number | null;

/** Tells spreadsheets that a file is UTF-8; without it Excel reads Chinese in the code page of the system. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet takes for the begin of a formula: the signs themselves, the wide ones that Chinese and Japanese
 * editions read alike, and what they skip in front of one (OWASP, "CSV Injection").
 */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Writes a table as RFC 4180 has it, for spreadsheets: a formula in a text stays a text. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** Texts are always quoted, so that no separator of any country takes them apart. */
function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
