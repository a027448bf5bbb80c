import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceChunks } from '../../src/main/trace/reader.js';
import { Replay } from '../../src/shared/health/replay.js';
import { Station } from '../../src/shared/health/station.js';
import { METRICS, type MetricId } from '../../src/shared/metrics/dictionary.js';
import type { Reading } from '../../src/shared/metrics/reading.js';
import { parseProfile } from '../../src/shared/sop/parse.js';
import { ProfileIndex } from '../../src/shared/sop/profile-index.js';

/** Readings per second, one number a round. */
export interface Rates {
  /** Reference: reading the file and JSON.parse of its lines, nothing else. */
  readonly parsing: readonly number[];
  /** The engine on parsed readings. */
  readonly engine: readonly number[];
  /** The engine from a file. */
  readonly file: readonly number[];
}

/** A working day's mix: two-second ticks of the fast metrics, mostly calm, some breaches. */
const MIX: readonly [MetricId, (tick: number) => number][] = [
  ['cpu.temperature', (tick) => 58 + (tick % 4000 > 3900 ? 30 : tick % 7)],
  ['cpu.load', (tick) => 20 + (tick % 50)],
  ['memory.usage', (tick) => 45 + (tick % 10)],
  ['disk.read.rate', (tick) => (tick % 9) * 1e6],
  ['disk.write.rate', (tick) => (tick % 5) * 1e6],
  ['disk.latency', (tick) => 1 + (tick % 3)],
  ['network.link', () => 1],
  ['network.loss', (tick) => (tick % 5000 > 4900 ? 2 : 0)],
  ['network.latency', (tick) => 5 + (tick % 4)],
  ['power.ac', () => 1],
];

function* readings(count: number): Generator<Reading> {
  for (let i = 0; i < count; i++) {
    const tick = Math.floor(i / MIX.length);
    const [metric, value] = MIX[i % MIX.length] as (typeof MIX)[number];
    yield {
      at: 1_767_600_000_000 + tick * 2000,
      metric,
      value: value(tick),
      unit: METRICS[metric].unit,
      source: 'trace',
    };
  }
}

function station(profileFile: string): Station {
  const parsed = parseProfile(JSON.parse(readFileSync(profileFile, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return new Station({ index: new ProfileIndex(parsed.profile), expectAll: false });
}

function rate(count: number, run: () => void): number {
  const start = performance.now();
  run();
  return Math.round((count / (performance.now() - start)) * 1000);
}

/** Measures the engine on parsed readings and from a file, with reading and parsing the same lines as reference. */
export function benchReplay(profileFile: string, count: number, rounds: number): Rates {
  const dir = mkdtempSync(join(tmpdir(), 'onair-bench-'));
  try {
    const all = [...readings(count)];
    const file = join(dir, 'trace.jsonl');
    writeFileSync(file, `${all.map((reading) => JSON.stringify(reading)).join('\n')}\n`);
    const engine: number[] = [];
    const fromFile: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round++) {
      reference.push(
        rate(count, () => {
          for (const line of readFileSync(file, 'utf8').split('\n')) if (line) JSON.parse(line);
        }),
      );
      engine.push(
        rate(count, () => {
          const replay = new Replay(station(profileFile));
          for (const reading of all) replay.play(reading);
          replay.finish();
        }),
      );
      fromFile.push(
        rate(count, () => {
          const replay = new Replay(station(profileFile));
          for (const chunk of traceChunks(file)) for (const reading of chunk) replay.play(reading);
          replay.finish();
        }),
      );
    }
    return { parsing: reference, engine, file: fromFile };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
