import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryFile } from '../../../../src/main/sampler/prober/memory-file.js';

describe.runIf(process.platform === 'linux')('a file in memory', () => {
  function make(bytes: number): MemoryFile {
    const file = MemoryFile.create(bytes);
    if (!file) throw new Error('no place for it');
    return file;
  }

  it('gives whole lines, each once, however they were written', () => {
    const line = fc.stringMatching(/^[ -~]{0,300}$/);
    const scenario = fc.tuple(fc.array(line, { maxLength: 40 }), fc.array(fc.integer({ min: 1, max: 700 })));
    fc.assert(
      fc.property(scenario, ([lines, pieces]) => {
        const file = make(20_000);
        const text = lines.map((one) => `${one}\n`).join('');
        const seen: string[] = [];
        let from = 0;
        for (const piece of [...pieces, text.length]) {
          writeSync(file.fd, text.slice(from, from + piece));
          from += piece;
          seen.push(...file.readLines());
        }
        file.close();
        expect(seen).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps half a line until the rest is there', () => {
    const file = make(100);
    writeSync(file.fd, 'one\ntw');
    expect(file.readLines()).toEqual(['one']);
    expect(file.readLines()).toEqual([]);
    writeSync(file.fd, 'o\n');
    expect(file.readLines()).toEqual(['two']);
    file.close();
  });
});
