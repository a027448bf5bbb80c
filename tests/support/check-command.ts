import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

/** Where a program may be run instead: {@link import('./fake-hardware.js').FakeHardware}, a network namespace. */
export interface Elsewhere {
  /** Command line that runs a program there. */
  command(program: string, ...args: string[]): [string, string[]];
}

/** Runs a program while another one, `sleep`, has the file `$0` open. */
const WHILE_OPEN = 'sleep 30 7<"$0" & "$@"; status=$?; kill $!; exit $status';

/**
 * Runs the built command as a user would, in its own process; with fake hardware inside its namespace.
 * @param opened a file there that another program has open meanwhile
 */
export function check(
  args: readonly string[],
  place?: Elsewhere,
  env: NodeJS.ProcessEnv = {},
  opened?: string,
): CheckRun {
  const plain = [process.execPath, PROGRAM, ...args] as const;
  const line = opened === undefined ? plain : (['sh', '-c', WHILE_OPEN, opened, ...plain] as const);
  const [first, ...rest] = line;
  const [program, all] = place ? place.command(first, ...rest) : [first, rest];
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
