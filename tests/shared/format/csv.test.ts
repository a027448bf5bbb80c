import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, csvText } from '../../../src/shared/format/csv.js';

/** Reads RFC 4180 as a spreadsheet does, one sign after the other. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[index + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      index += 1;
    } else cell += sign;
  }
  expect([quoted, row, cell]).toEqual([false, [], '']);
  return rows;
}

const nasty = fc.array(
  fc.constantFrom('=', '+', '-', '@', '＝', '"', ',', ';', '\r', '\n', '\t', ' ', "'", '1', 'a', '高', '😀'),
);
const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  nasty.map((signs) => signs.join('')),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));

test('whatever is in a cell, a spreadsheet reads the same table', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = csvText(rows);
      expect(text[0]).toBe('\uFEFF');
      const read = parse(text.slice(1));
      expect(read).toHaveLength(rows.length);
      rows.forEach((row, y) => {
        row.forEach((value, x) => {
          const got = read[y]?.[x];
          if (typeof value === 'string') expect([value, `'${value}`]).toContain(got);
          else expect(got).toBe(value === null ? '' : String(value));
        });
      });
    }),
  );
});

test('no text begins as a formula does', () => {
  fc.assert(
    fc.property(nasty, (signs) => {
      const [[read = ''] = []] = parse(csvText([[signs.join('')]]).slice(1));
      expect(read.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(read).not.toMatch(/^[\t\r\n]/);
    }),
  );
});

test.each([
  ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
  ['  @SUM(1)', `"'  @SUM(1)"`],
  ['＝1+1', `"'＝1+1"`],
  ['\t1', `"'\t1"`],
  ['-', `"'-"`],
  ['散热口“积灰”, 已清', '"散热口“积灰”, 已清"'],
  ['a=b', '"a=b"'],
  [-3.5, '-3.5'],
  [Number.NaN, ''],
  [null, ''],
])('%j is written as %s', (value, written) => {
  expect(csvText([[value]])).toBe(`\uFEFF${written}\r\n`);
});
