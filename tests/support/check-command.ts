import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FakeHardware } from './fake-hardware.js';

const PROGRAM = fileURLToPath(new URL('../../out/main/check.js', import.meta.url));

/** One row of the JSON of `check`. */
export interface CheckRow {
  clause: string;
  metric: string;
  instance?: string;
  value: number | null;
  unit: string;
  judgement: string;
  missing?: string;
  source: string;
  message: string;
}

/** What a run of `check` gave. */
export interface CheckRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a user would, in its own process; with fake hardware inside its namespace. */
export function check(
  args: readonly string[],
  hardware?: FakeHardware,
  env: NodeJS.ProcessEnv = {},
): CheckRun {
  const [program, all] = hardware
    ? hardware.command(process.execPath, PROGRAM, ...args)
    : [process.execPath, [PROGRAM, ...args]];
  const run = spawnSync(program, all, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', ...env },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** The JSON of a run, and its rows by metric. */
export function parseCheck(run: CheckRun) {
  const json = JSON.parse(run.stdout) as {
    schema: number;
    verdict: string;
    at: number;
    station: object;
    checks: CheckRow[];
  };
  const row = (metric: string, instance?: string): CheckRow => {
    const found = json.checks.find((one) => one.metric === metric && one.instance === instance);
    if (!found) throw new Error(`no row for ${metric} ${instance ?? ''} in ${run.stdout}`);
    return found;
  };
  return { json, row };
}
