import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';
import { npm } from './npm.mjs';
import { RESULT_FILE } from './vitest-reporter.mjs';

const MINUTE = 60_000;
const REPORTER = fileURLToPath(new URL('./vitest-reporter.mjs', import.meta.url));

/** @typedef {import('./vitest-reporter.mjs').TestResult} TestResult */
/** @typedef {import('./child.mjs').Exit & { timedOut: boolean }} End */
/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} minutes that it may take
 * @property {(timeout: number) => Promise<{ exit: End, result: TestResult | undefined }>} run
 */

/**
 * A stage that is one npm script, passed or failed as a whole.
 * @param {string} name of the script
 * @param {number} minutes
 * @param {string} root
 * @returns {Stage}
 */
export function scriptStage(name, minutes, root) {
  return {
    name,
    minutes,
    run: async (timeout) => {
      const exit = await npm(['run', '-s', name], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout,
      });
      const result = exit.code === 0 ? { passed: 1, failed: [], skipped: [] } : undefined;
      return { exit, result };
    },
  };
}

/**
 * A stage that is one project of vitest.
 * @param {string} name of the project
 * @param {number} minutes
 * @param {{ root: string, env: NodeJS.ProcessEnv, work: string, filter: readonly string[], quiet?: boolean }} how
 * @returns {Stage}
 */
export function vitestStage(name, minutes, { root, env, work, filter, quiet = false }) {
  return {
    name,
    minutes,
    run: async (timeout) => {
      const file = join(work, `${name}.json`);
      const tool = join(root, 'node_modules', 'vitest', 'vitest.mjs');
      const reporters = ['--reporter=default', `--reporter=${REPORTER}`];
      // A filter may well match nothing in this project; without one, no test at all is a fault.
      const args = [tool, 'run', '--project', name, ...reporters, ...filter];
      if (filter.length > 0) args.push('--passWithNoTests');
      const exit = await run(process.execPath, args, {
        cwd: root,
        env: { ...env, [RESULT_FILE]: file },
        stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
        timeout,
      });
      return { exit, result: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
    },
  };
}

/**
 * Runs a stage under its heading; whatever goes wrong becomes a named failure.
 * @param {Stage} stage
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<TestResult>}
 */
export async function runStage(stage, say) {
  const begun = Date.now();
  say('stageStarted', { stage: stage.name });
  const { exit, result } = await stage.run(stage.minutes * MINUTE);
  say('stageEnded', { stage: stage.name, seconds: ((Date.now() - begun) / 1000).toFixed(1) });

  const { passed, failed, skipped } = result ?? { passed: 0, failed: [], skipped: [] };
  const named = failed.map((name) => `${stage.name}: ${name}`);
  if (exit.timedOut) {
    named.push(say.text('stageLate', { stage: stage.name, minutes: stage.minutes }));
  } else if (exit.code !== 0 && named.length === 0) {
    named.push(say.text('stageBroke', { stage: stage.name, status: exit.code ?? String(exit.signal) }));
  }
  return { passed, failed: named, skipped };
}

/**
 * Prints what failed, what was skipped and why, and the closing line that CI reads.
 * @param {readonly TestResult[]} results
 * @param {import('./say.mjs').Say} say
 * @param {(line: string) => void} print
 * @returns {boolean} whether all is well
 */
export function summarize(results, say, print) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.flatMap((result) => result.failed);
  const skipped = results.flatMap((result) => result.skipped);
  if (failed.length > 0) say('listFailed');
  for (const name of failed) print(`  ✗ ${name}`);
  if (skipped.length > 0) say('listSkipped');
  for (const { name, reason } of skipped) print(`  - ${name}: ${reason ?? say.text('noReason')}`);
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  print(`\n${passed} passed, ${failed.length} failed${tail}`);
  return failed.length === 0 && passed > 0;
}
