import { writeFileSync } from 'node:fs';

/** Names the file that the reporter writes; vitest's own JSON leaves out why a test was skipped. */
export const RESULT_FILE = 'ONAIR_TEST_RESULT';

/**
 * @typedef {object} TestResult
 * @property {number} passed
 * @property {string[]} failed names
 * @property {{ name: string, reason: string | undefined }[]} skipped
 */

/** Tells the outcome of a run to the process that started it. */
export default class ResultReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    /** @type {TestResult} */
    const result = { passed: 0, failed: [], skipped: [] };
    for (const module of modules) {
      const file = module.relativeModuleId;
      const suites = [module, ...module.children.allSuites()];
      // A file that cannot be loaded, or a broken beforeAll, has no failing test of its own.
      const broken = suites.filter((suite) => suite.errors().length > 0);
      result.failed.push(
        ...broken.map((suite) => ('fullName' in suite ? `${file} > ${suite.fullName}` : file)),
      );
      for (const test of module.children.allTests()) {
        const name = `${file} > ${test.fullName}`;
        const outcome = test.result();
        if (outcome.state === 'passed') result.passed += 1;
        else if (outcome.state === 'failed') result.failed.push(name);
        else result.skipped.push({ name, reason: 'note' in outcome ? outcome.note : undefined });
      }
    }
    const target = process.env[RESULT_FILE];
    if (target) writeFileSync(target, JSON.stringify(result));
  }
}
