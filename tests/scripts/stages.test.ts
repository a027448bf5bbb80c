import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../scripts/lib/child.mjs';
import { runStage, summarize, vitestStage } from '../../scripts/lib/stages.mjs';
import { recordingSay, tempFolder, writeTree } from './fixtures.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const NONE = { passed: 0, failed: [], skipped: [] };

it('closes with the line that CI reads', () => {
  const { say } = recordingSay();
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const good = { passed: 3, failed: [], skipped: [] };
  expect(summarize([good, NONE], say, print)).toBe(true);
  expect(printed).toEqual(['\n3 passed, 0 failed']);

  printed.length = 0;
  const mixed = { passed: 1, failed: ['unit: a'], skipped: [{ name: 'b', reason: 'no mount namespaces' }] };
  expect(summarize([good, mixed], say, print)).toBe(false);
  expect(printed).toEqual(['  ✗ unit: a', '  - b: no mount namespaces', '\n4 passed, 1 failed, 1 skipped']);
});

it('is not content with no test at all', () => {
  expect(summarize([NONE], recordingSay().say, () => {})).toBe(false);
});

it('counts a stage that ran out of time, or broke without a failing test, as failed', async () => {
  const { say } = recordingSay();
  const exit = { code: null, signal: null, timedOut: true };
  const late = await runStage(
    { name: 'e2e', minutes: 8, run: async () => ({ exit, result: undefined }) },
    say,
  );
  expect(late.failed).toEqual([expect.stringContaining('did not end within 8 min')]);
  const broke = await run('sh', ['-c', 'exit 3'], { timeout: 5000 });
  const stage = { name: 'lint', minutes: 3, run: async () => ({ exit: broke, result: undefined }) };
  expect((await runStage(stage, say)).failed).toEqual([expect.stringContaining('lint ended with status 3')]);
});

it('reads passed, failed and skipped tests, with their reasons, out of a real run', async () => {
  const root = tempFolder();
  writeTree(root, {
    'vitest.config.mjs': `export default { test: { projects: [{ test: { name: 'unit', globals: true } }] } };`,
    'a.test.mjs': `
      describe('s', () => { it('good', () => {}); it('bad', () => { throw new Error('no'); }); });
      it('not here', (ctx) => ctx.skip('no mount namespaces'));`,
    'b.test.mjs': `import './missing.mjs';`,
  });
  const tool = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  writeTree(root, { 'node_modules/vitest/vitest.mjs': `import ${JSON.stringify(tool)};` });
  const stage = vitestStage('unit', 1, { root, work: root, env: process.env, filter: [], quiet: true });
  const result = await runStage(stage, recordingSay().say);
  expect(result).toEqual({
    passed: 1,
    failed: expect.arrayContaining(['unit: a.test.mjs > s > bad', 'unit: b.test.mjs']),
    skipped: [{ name: 'a.test.mjs > not here', reason: 'no mount namespaces' }],
  });
  expect(result.failed).toHaveLength(2);
}, 30_000);
