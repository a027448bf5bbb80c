import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Records the licences of what a bundle holds, for the notices in the package. */
const LICENSES = { fileName: 'licenses.json' };

/** Oldest runtime the program is developed on; releases use a newer one, which runs this output too. */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/** The engine keeps the text of a program in memory: without what only people need. Names stay, for traces of defects. */
const SHORT = {
  compress: true,
  mangle: { toplevel: false, keepNames: true },
  codegen: { removeWhitespace: true },
} as const;

/** One letter beyond Latin-1 makes the engine keep two bytes for every letter of the file. */
function escapeNonLatin(): Plugin {
  const inAscii = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'escape-non-latin',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\xff]/g, inAscii);
    },
  };
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  main: {
    plugins: [escapeNonLatin()],
    define: { APP_VERSION: JSON.stringify(version) },
    build: {
      target: NODE_TARGET,
      license: LICENSES,
      // Everything goes into the bundle: the package then holds no node_modules, and the command line
      // starts without resolving a hundred files. Native packages must be named `external` here.
      externalizeDeps: false,
      rollupOptions: {
        external: ['libsql'],
        input: {
          index: resolve('src/main/index.ts'),
          check: resolve('src/main/cli/check.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: SHORT,
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      license: LICENSES,
      // A sandboxed preload can load neither ES modules nor packages: one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: {
      target: CHROME_TARGET,
      license: LICENSES,
      minify: true,
      // The content security policy allows neither data: URLs for scripts nor inline code.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          popup: resolve('src/renderer/popup.html'),
          report: resolve('src/renderer/report.html'),
        },
      },
    },
    worker: { format: 'es' },
  },
});
