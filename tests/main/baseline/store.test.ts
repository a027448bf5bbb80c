import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBaseline } from '../../../src/main/baseline/read.js';
import { openBaseline } from '../../../src/main/baseline/store.js';
import { withTaken } from '../../../src/shared/baseline/history.js';
import { NO_BASELINE } from '../../../src/shared/baseline/schema.js';
import { takeBaseline } from '../../../src/shared/baseline/take.js';
import type { Notice } from '../../../src/shared/ipc/contract.js';
import { NOW, STATES } from '../../shared/baseline/states.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open() {
  const notices: Notice[] = [];
  const now = () => new Date('2026-03-01T10:20:30.456Z');
  return { store: openBaseline({ folder, now, onNotice: (one) => notices.push(one) }), notices };
}
const taken = withTaken(NO_BASELINE, takeBaseline(STATES, [], NOW, 'Ann'));

test('a first start has no baseline, writes nothing and says nothing', () => {
  const { store, notices } = open();
  expect(store.content).toEqual(NO_BASELINE);
  expect(notices).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('what was stored is there at the next start, and nothing else is left behind', () => {
  expect(open().store.replace(taken)).toEqual({ ok: true, value: undefined });
  expect(open().store.content).toEqual(taken);
  expect(readdirSync(folder)).toEqual(['baseline.json']);
});

test.each([
  ['cut off', '{"schema": 1, "cur'],
  ['of another kind', '{"schema": 1, "current": {"by": 3}}'],
  ['of a later version', '{"schema": 2, "current": null}'],
])('a file that is %s is set aside and named in a notice', (_kind, text) => {
  writeFileSync(join(folder, 'baseline.json'), text);
  expect(readBaseline(folder).problem).toBeDefined();
  const { store, notices } = open();
  expect(store.content).toEqual(NO_BASELINE);
  const aside = join(folder, 'baseline.corrupt-2026-03-01T10-20-30.456Z.json');
  expect(notices).toEqual([{ code: 'baseline-set-aside', detail: aside }]);
  expect(readFileSync(aside, 'utf8')).toBe(text);
});

test('a change that can not be stored holds in memory, and says so', () => {
  const { store } = open();
  mkdirSync(join(folder, 'baseline.json', 'x'), { recursive: true });
  expect(store.replace(taken)).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  expect(store.content).toEqual(taken);
});
