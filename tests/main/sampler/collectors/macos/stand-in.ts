import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CommandOptions, CommandResult, RunCommand } from '../../../../../src/main/sampler/command.js';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/macos');

/** A recorded output, by its path below the fixtures of macOS. */
export const fixture = (path: string): string => readFileSync(join(FIXTURES, path), 'utf8');

/** A program that ended well. */
export const said = (stdout: string, stderr = ''): CommandResult => ({ kind: 'done', stdout, stderr });

/** A program that ended with an error. */
export const died = (stderr = '', stdout = ''): CommandResult => ({
  kind: 'failed',
  code: 1,
  stdout,
  stderr,
});

/** Every way in which a program gives no answer, with the reason that must come of it. */
export const NO_ANSWERS: readonly (readonly [string, CommandResult])[] = [
  ['unsupported', { kind: 'absent' }],
  ['failed', died('boom')],
  ['timed-out', { kind: 'timed-out' }],
  ['failed', said('')],
  ['failed', said('\u0000garbage 42 Yes = 1 %; {"a":1}\n')],
];

/** One call of a program. */
export interface Call {
  readonly line: string;
  readonly options: CommandOptions | undefined;
}

/**
 * A system on which programs answer by the beginning of their command line (`pmset -g batt`), the longest that fits;
 * a program that is not listed does not exist. `calls` holds what was run.
 */
export function macWith(answers: Readonly<Record<string, string | CommandResult>>): {
  readonly run: RunCommand;
  readonly calls: Call[];
} {
  const calls: Call[] = [];
  const keys = Object.keys(answers).sort((a, b) => b.length - a.length);
  const run: RunCommand = async (file, args, context, options) => {
    const line = [basename(file), ...args].join(' ');
    calls.push({ line, options });
    const key = keys.find((each) => line.startsWith(each));
    const answer = key === undefined ? ({ kind: 'absent' } as const) : (answers[key] ?? '');
    const result = typeof answer === 'string' ? said(answer) : answer;
    if (result.kind === 'done') context.raw(result.stdout);
    return result;
  };
  return { run, calls };
}
