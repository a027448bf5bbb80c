import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './app.js';

const START = 1_767_225_600_000;
const TICK_S = 2;

/** What a trace says at one second; null: the reading is missing. */
export type Values = Readonly<Record<string, readonly [number | null, string]>>;

/** Writes a trace with a reading of everything every two seconds. */
export function writeTrace(file: string, seconds: number, valuesAt: (second: number) => Values): void {
  const lines: string[] = [];
  for (let second = 0; second < seconds; second += TICK_S)
    for (const [metric, [value, unit]] of Object.entries(valuesAt(second)))
      lines.push(JSON.stringify({ at: START + second * 1_000, metric, value, unit, source: 'trace' }));
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** Writes the shipped procedure with other times: nobody waits two minutes for a test. */
export function writeQuickProfile(file: string, holdMs: number): void {
  const shipped = join(ROOT, 'resources', 'sop', 'streaming-workstation.json');
  const profile = JSON.parse(readFileSync(shipped, 'utf8'));
  profile.defaults.hold = { warning: holdMs, fault: holdMs };
  profile.defaults.clearMs = holdMs;
  for (const clause of profile.clauses)
    for (const rule of clause.metrics ?? []) {
      delete rule.hold;
      delete rule.clearMs;
    }
  writeFileSync(file, JSON.stringify(profile));
}
