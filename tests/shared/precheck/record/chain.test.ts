import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/shared/precheck/record/canonical.js';
import {
  appendEntry,
  type ChainEntry,
  type ChainHead,
  EMPTY_CHAIN,
  headAfter,
  verifyChain,
} from '../../../../src/shared/precheck/record/chain.js';
import { record } from './record.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function chain(records: readonly unknown[]): { entries: ChainEntry[]; head: ChainHead } {
  const entries: ChainEntry[] = [];
  let head = EMPTY_CHAIN;
  for (const one of records) {
    const entry = appendEntry(head, one, sha256);
    entries.push(entry);
    head = headAfter(entry);
  }
  return { entries, head };
}
const code = (entries: readonly ChainEntry[], head: ChainHead) => {
  const check = verifyChain(entries, head, sha256);
  return check.ok ? 'ok' : check.problem;
};
const records = fc.array(fc.jsonValue(), { minLength: 2, maxLength: 12 });
const indexOf = (seed: number, length: number) => seed % length;

describe('canonical JSON', () => {
  it('is JSON, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const again = JSON.parse(text) as unknown;
        expect(canonicalJson(again)).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"é",null]}',
    );
  });

  it('does not make something up for what JSON can not hold', () => {
    for (const value of [Number.NaN, Infinity, () => 1, undefined, [undefined]])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('the chain', () => {
  it('holds as it was made, and after being stored', () => {
    const { entries, head } = chain([record(), { ...record(), id: 'check-2' }]);
    expect(code(JSON.parse(JSON.stringify(entries)) as ChainEntry[], head)).toBe('ok');
    expect(code([], EMPTY_CHAIN)).toBe('ok');
  });

  it('a changed record shows, at its place', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const { entries, head } = chain(list);
        const at = indexOf(seed, entries.length);
        const bad = entries.map((one, i) => (i === at ? { ...one, record: { was: one.record } } : one));
        expect(code(bad, head)).toEqual({ code: 'changed', seq: at + 1 });
      }),
    );
  });

  it('a changed record shows although everything after it was computed anew', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const { entries, head } = chain(list);
        const at = indexOf(seed, entries.length);
        const forged = chain(list.map((one, i) => (i === at ? { was: one } : one)));
        expect(code(forged.entries, head)).toEqual({ code: 'replaced', seq: entries.length });
        const mixed = [...entries.slice(0, at), forged.entries[at] as ChainEntry, ...entries.slice(at + 1)];
        const seen = at + 1 < entries.length ? at + 2 : at + 1;
        expect(code(mixed, head)).toEqual({ code: 'replaced', seq: seen });
      }),
    );
  });

  it('a removed, a moved and an added record show', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const { entries, head } = chain(list);
        const at = indexOf(seed, entries.length - 1);
        expect(code(entries.toSpliced(at, 1), head)).toEqual({ code: 'removed', seq: at + 1 });
        const swapped = [...entries];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] as ChainEntry, swapped[at] as ChainEntry];
        expect(code(swapped, head)).toEqual({ code: 'reordered', seq: at + 1 });
        const more = [...entries, appendEntry(head, 'more', sha256)];
        expect(code(more, head)).toEqual({ code: 'added', seq: head.count + 1 });
      }),
    );
  });

  it('a cut tail shows', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const { entries, head } = chain(list);
        const left = indexOf(seed, entries.length);
        expect(code(entries.slice(0, left), head)).toEqual({ code: 'cut', seq: left + 1 });
      }),
    );
  });

  it('that begins at a later place, after a damage that is on record, is checked from there', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const { entries, head } = chain(list);
        const from = indexOf(seed, entries.length);
        const first = entries[from] as ChainEntry;
        const rest = entries.slice(from);
        const check = (some: readonly ChainEntry[]) => verifyChain(some, head, sha256, first);
        expect(check(rest)).toEqual({ ok: true });
        expect(check(rest.slice(0, -1))).toMatchObject({ problem: { code: 'cut', seq: entries.length } });
        const forged = { ...first, previous: 'f'.repeat(64) };
        expect(check([forged, ...rest.slice(1)]).ok).toBe(false);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
