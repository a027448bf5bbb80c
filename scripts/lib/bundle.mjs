import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * Bundles a module of tests/bench for plain Node.
 * @param {string} name of the module, without its ending
 * @returns {Promise<{ folder: string, file: string, remove: () => void }>} `file` inside of `folder`
 */
export async function bundleForNode(name) {
  // Installed by npm only after this module was loaded, hence the late import.
  const { build } = await import('vite');
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.bundle-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const ssr = join(ROOT, 'tests/bench', `${name}.ts`);
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr, outDir: folder, target: 'node20', emptyOutDir: false },
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, file: `${name}.js`, remove };
}
