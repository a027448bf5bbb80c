import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/project.mjs';

/** Makes the history's own code, and what measures it, loadable by plain Node. */
export async function bundleHistory() {
  // Installed by npm only after this module was loaded, hence the late import.
  const { build } = await import('vite');
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  const outDir = mkdtempSync(join(ROOT, 'node_modules', '.bench-'));
  const remove = () => rmSync(outDir, { recursive: true, force: true });
  try {
    const input = {
      history: join(ROOT, 'tests/bench/history.ts'),
      worker: join(ROOT, 'src/main/history/worker.ts'),
    };
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr: true, rollupOptions: { input }, outDir, target: 'node20', emptyOutDir: false },
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { history: join(outDir, 'history.js'), worker: join(outDir, 'worker.js'), remove };
}
