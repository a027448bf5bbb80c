import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/project.mjs';
import { row } from './compare.mjs';

const READINGS = 1_000_000;
const ROUNDS = 3;

/** How fast the engine replays, beside reading and parsing the same lines. @param {(line: string) => void} tell */
export async function benchReplay(tell) {
  tell(`replay: ${READINGS.toLocaleString('en')} readings, ${ROUNDS} rounds`);
  const { benchReplay: measure } = await loadBench();
  const profile = join(ROOT, 'resources', 'sop', 'streaming-workstation.json');
  const { parsing, engine, file } = measure(profile, READINGS, ROUNDS);
  /** @param {string} id @param {string} what @param {number[]} runs @param {number} limit */
  const rate = (id, what, runs, limit) =>
    row({ id, what, unit: 'readings/s' }, runs, parsing, () => limit, 'at least');
  return [
    rate('replay.engine', 'replay of parsed readings', engine, 500_000),
    rate('replay.file', 'replay from a file', file, 150_000),
  ];
}

/** Bundles the measuring code and loads it; the engine runs as it does in the built program. */
async function loadBench() {
  // Installed by npm only after this module was loaded, hence the late import.
  const { build } = await import('vite');
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  const outDir = mkdtempSync(join(ROOT, 'node_modules', '.bench-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr: join(ROOT, 'tests/bench/replay.ts'), outDir, target: 'node20', emptyOutDir: false },
    });
    return await import(pathToFileURL(join(outDir, 'replay.js')).href);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
