import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTrace, TraceError, traceChunks } from '../../../src/main/trace/reader.js';
import { reading } from '../../support/profile.js';

const dir = mkdtempSync(join(tmpdir(), 'onair-trace-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = join(dir, 'trace.jsonl');
const read = (content: string | Buffer) => {
  writeFileSync(path, content);
  return [...traceChunks(path)].flat();
};
const line = (at: number, note = '摄像头') => JSON.stringify(reading('cpu.load', 5, at, { note }));

describe('traceChunks', () => {
  it('reads lines in file order, whatever ends them', () => {
    expect(read(`\uFEFF${line(3)}\r\n\n${line(1)}\n  \n${line(2)}`).map((one) => one.at)).toEqual([3, 1, 2]);
  });

  it('joins characters and lines that a chunk boundary cuts', () => {
    const many = Array.from({ length: 9_000 }, (_, i) => line(i));
    const all = read(many.join('\n'));
    expect(all).toHaveLength(9_000);
    expect(new Set(all.map((one) => one.note))).toEqual(new Set(['摄像头']));
  });

  it('names the line of what is wrong', () => {
    for (const bad of ['{', '[]', '7', '{"at":1}', 'x'.repeat(70_000)])
      expect(() => read(`${line(1)}\n\n${bad}`)).toThrow(
        expect.objectContaining({ code: 'malformed', line: 3 }),
      );
  });

  it('a file that is not there is unreadable', () => {
    expect(() => [...traceChunks(join(dir, 'absent'))]).toThrow(TraceError);
    expect(() => [...traceChunks(dir)]).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('garbage is refused or read, but nothing else happens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          read(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(TraceError);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('readTrace', () => {
  it('gives the same readings one by one', async () => {
    writeFileSync(path, `${line(1)}\n${line(2)}\n`);
    const times: number[] = [];
    for await (const one of readTrace(path)) times.push(one.at);
    expect(times).toEqual([1, 2]);
  });
});
