import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Collector, Sample } from '../../../../src/main/sampler/collector.js';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that stands for `/`, gone after the test. */
export class Tree {
  readonly root = mkdtempSync(join(tmpdir(), 'sampler-'));

  constructor(files: Readonly<Record<string, string | number>> = {}) {
    made.push(this.root);
    this.write(files);
  }

  write(files: Readonly<Record<string, string | number>>): this {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), `${text}\n`);
    }
    return this;
  }

  folder(path: string): this {
    mkdirSync(join(this.root, path), { recursive: true });
    return this;
  }

  /** A class entry that leads to a device, as below /sys/class. */
  link(path: string, target: string): this {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    symlinkSync(join(this.root, target), join(this.root, path));
    return this;
  }

  remove(path: string): this {
    rmSync(join(this.root, path), { recursive: true, force: true });
    return this;
  }
}

/** Runs a collector once at a time of its monotonic clock, ms. */
export async function readAt(collector: Collector, monotonic = 0): Promise<readonly Sample[]> {
  return collector.read({
    signal: new AbortController().signal,
    at: 1_700_000_000_000 + monotonic,
    monotonic,
    raw: () => undefined,
  });
}

/** What a run said of one series: its value, or the reason for none; undefined: nothing. */
export function told(samples: readonly Sample[], metric: Sample['metric'], instance?: string): unknown {
  const sample = samples.find((each) => each.metric === metric && each.instance === instance);
  return sample && (sample.missing ?? sample.value);
}
