import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';

const LOOK_TIME = 20_000;

/**
 * Names of the shared libraries that an Electron folder needs and that this system does not have.
 * @param {string} dist
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(dist) {
  const libraries = readdirSync(dist).filter((name) => /\.so(\.|$)/.test(name));
  const files = ['electron', ...libraries].map((name) => join(dist, name));
  const { output } = await run('ldd', files, { timeout: LOOK_TIME, env: { ...process.env, LC_ALL: 'C' } });
  const missing = output.matchAll(/^\s*(\S+) => not found/gm);
  return [...new Set([...missing].map(([, name = '']) => name))].sort();
}

/** Whether any font for Chinese text is known. */
export async function hasChineseFont() {
  const listed = await run('fc-list', [':lang=zh', 'family'], { timeout: LOOK_TIME });
  if (listed.code === 0) return listed.output.trim() !== '';
  // Without fontconfig's tools only the package can tell.
  const status = await run('dpkg-query', ['-W', '-f', `\${Status}`, 'fonts-noto-cjk'], {
    timeout: LOOK_TIME,
  });
  return status.output.includes('ok installed');
}
