// npm run bench: measures the program beside a reference in the same run. -- --json for machines.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = new URL('..', import.meta.url).pathname;
const READINGS = 1_000_000;
const ROUNDS = 3;

/** Bundles the measuring code and loads it; the engine runs as it does in the built program. */
async function loadBench() {
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

const { benchReplay } = await loadBench();
const rates = benchReplay(join(ROOT, 'resources/sop/streaming-workstation.json'), READINGS, ROUNDS);
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ schema: 1, replay: rates }));
} else {
  console.log(`Replay of ${READINGS.toLocaleString('en')} readings, median of ${ROUNDS}:`);
  for (const { name, perSecond, atLeast } of rates) {
    const verdict =
      atLeast === undefined
        ? ''
        : perSecond >= atLeast
          ? `  (limit ${atLeast}: held)`
          : `  (limit ${atLeast}: MISSED)`;
    console.log(`  ${name.padEnd(40)} ${String(perSecond).padStart(10)} /s${verdict}`);
  }
}
