import { mkdtempSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/child.mjs';
import { ROOT } from '../lib/project.mjs';

const MOST_MS = 9 * 60_000;

/**
 * Runs the sampler's runner for many ticks in a process of its own, on a clock that is pushed on.
 * @param {number} ticks
 * @returns {Promise<import('../../tests/bench/sampler-soak.js').RunnerSoak>}
 */
export async function soakRunner(ticks) {
  // Installed by npm only after this module was loaded, hence the late import.
  const { build } = await import('vite');
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  const outDir = mkdtempSync(join(ROOT, 'node_modules', '.soak-'));
  try {
    const input = join(ROOT, 'tests/bench/sampler-soak.ts');
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr: input, outDir, target: 'node20', emptyOutDir: false },
    });
    const code = `import { soakRunner } from './sampler-soak.js';
      console.log(JSON.stringify(await soakRunner(${ticks}, ${Math.round(ticks / 10)}, ${JSON.stringify(homedir())})));
      process.exit(0);`;
    const args = ['--expose-gc', '--input-type=module', '--eval', code];
    const exit = await run(process.execPath, args, { cwd: outDir, timeout: MOST_MS });
    const line = exit.output.trim().split('\n').at(-1) ?? '';
    if (exit.code !== 0 || !line.startsWith('{'))
      throw new Error(
        `the runner did not end well (${exit.timedOut ? 'time-out' : exit.code})\n${exit.output}`,
      );
    return JSON.parse(line);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
