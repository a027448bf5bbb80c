import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildIsCurrent, ensureBuilt } from '../../scripts/lib/build.mjs';
import { recordingSay, tempFolder, writeTree } from './fixtures.js';

/** A project whose build tool does what `tool` says. */
function project(tool: string): string {
  const root = tempFolder();
  writeTree(root, {
    'src/main/index.ts': 'a',
    'package.json': '{"type":"commonjs"}',
    'node_modules/electron-vite/bin/electron-vite.js': tool,
  });
  return root;
}

const WORKS =
  'require("fs").mkdirSync("out", { recursive: true }); require("fs").appendFileSync("out/runs", "x")';

it('builds once, and again when a source changes, comes or goes', async () => {
  const root = project(WORKS);
  const { say, lines } = recordingSay();
  await ensureBuilt(root, say);
  await ensureBuilt(root, say, { quiet: true });
  expect(lines).toHaveLength(1);
  expect(buildIsCurrent(root)).toBe(true);

  utimesSync(join(root, 'src/main/index.ts'), 1, 1);
  expect(buildIsCurrent(root)).toBe(false);
  await ensureBuilt(root, say);
  writeFileSync(join(root, 'src/new.ts'), '');
  expect(buildIsCurrent(root)).toBe(false);
});

it('builds again after a build that was changed meanwhile', async () => {
  const root = project(`${WORKS}; require("fs").writeFileSync("src/main/index.ts", "changed")`);
  await ensureBuilt(root, recordingSay().say);
  expect(buildIsCurrent(root)).toBe(false);
});

it('shows the output of a failing build and does not take it for done', async () => {
  const root = project('console.error("line 7: no such thing"); process.exit(2)');
  const { say } = recordingSay();
  await expect(ensureBuilt(root, say)).rejects.toMatchObject({
    status: 1,
    message: expect.stringContaining('line 7: no such thing'),
  });
  expect(existsSync(join(root, 'out', '.build-stamp'))).toBe(false);
});
