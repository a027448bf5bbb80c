import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Packed, packFolder } from '../../scripts/lib/pack.mjs';
import { isRoot, ROOT } from '../../scripts/lib/project.mjs';
import { describeElectron } from '../../scripts/lib/runtime-override.mjs';
import { createSay } from '../../scripts/lib/say.mjs';
import { type Display, startDisplay } from '../support/display.js';

let folder: string;
let packed: Packed;
let display: Display;

beforeAll(async () => {
  const path = process.env.ONAIR_ELECTRON;
  if (!path) throw new Error('ONAIR_ELECTRON names no Electron; run the tests with `npm test`');
  folder = mkdtempSync(join(tmpdir(), 'onair-package-'));
  const electron = describeElectron(path, dirname(path));
  const say = createSay('en', { write: () => undefined });
  packed = await packFolder({ root: ROOT, output: folder, electron }, say);
  display = await startDisplay();
}, 120_000);

afterAll(() => {
  display?.end();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const archive = (): string => join(packed.resources, 'app.asar');
const fromArchive = (path: string): string => extractFile(archive(), path).toString('utf8');
const filesInArchive = (): string[] =>
  listPackage(archive(), { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path, _, all) => !all.some((other) => other.startsWith(`${path}/`)));

/** The database and its library, which is unpacked because the system loads it: code, no tests, no types. */
const DATABASE =
  /^node_modules\/(libsql\/(package\.json|index\.js|auth\.js|sqlite-error\.js)|@libsql\/[a-z\d]+-[a-z\d-]+\/(package\.json|index\.node)|@neon-rs\/load\/(package\.json|dist\/index\.js)|(libsql\/node_modules\/)?detect-libc\/(package\.json|lib\/[a-z-]+\.js))$/;

test('the archive holds the bundles, what they read, the database, and nothing else', () => {
  const allowed =
    /^(package\.json|out\/main\/(index|chunks\/[\w-]+)\.js|out\/preload\/index\.cjs|out\/renderer\/((index|popup|report)\.html|assets\/[\w.-]+\.(js|css|woff2|svg|png))|resources\/(sop|demo)\/[\w.-]+|resources\/icons\/(app|tray\/\w+\/\w+(@2x)?)\.(png|ico))$/;
  const files = filesInArchive();
  expect(files.filter((path) => !allowed.test(path) && !DATABASE.test(path))).toEqual([]);
  for (const path of [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/popup.html',
    'out/renderer/report.html',
  ])
    expect(files).toContain(path);
});

test('one database library lies beside the archive, that of this system', () => {
  const unpacked = readdirSync(join(packed.resources, 'app.asar.unpacked'), {
    recursive: true,
    encoding: 'utf8',
  });
  expect(unpacked.filter((path) => path.endsWith('.node'))).toEqual([
    join('node_modules', '@libsql', `linux-${process.arch}-gnu`, 'index.node'),
  ]);
});

test('its package.json is for running, not for developing', () => {
  const { main, version, ...rest } = JSON.parse(fromArchive('package.json'));
  expect(main).toBe('out/main/index.js');
  expect(version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
  for (const name of ['scripts', 'devDependencies', 'build']) expect(rest).not.toHaveProperty(name);
  expect(Object.keys(rest.dependencies)).toEqual(['libsql']);
});

test('the bundles import nothing that is not there', () => {
  const there = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  const imports = /(?:^|;)import\b(?:[^'"();]*\bfrom\b)?\s*["']([^"'.][^"']*)["']/gm;
  const scripts = filesInArchive().filter((path) => path.startsWith('out/main/'));
  const named = scripts.flatMap((path) => [...fromArchive(path).matchAll(imports)].map(([, name]) => name));
  expect(named).toContain('electron');
  expect(named.filter((name) => !there.has(String(name)))).toEqual(['libsql']);
});

test('beside the archive lie the licences, and no default application', () => {
  const expected = ['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'app-update.yml', 'app.asar', 'app.asar.unpacked'];
  expect(readdirSync(packed.resources).sort()).toEqual(expected);
  const notices = readFileSync(join(packed.resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['electron-store', 'libsql', 'react', 'systeminformation', 'zod'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, 'm'));
});

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(packed.executable);
  const [on, off] = [...'10'].map((sign) => sign.charCodeAt(0));
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});

test('the packed program starts, shows its window, takes readings, keeps a history, and ends when told', async () => {
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--log-level=3', '--lang=en', '--print-state'];
  const app = spawn(packed.executable, [...flags, `--user-data-dir=${join(folder, 'data')}`], {
    env: { ...process.env, DISPLAY: display.name, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  app.stdout.on('data', (chunk) => (printed += chunk));
  const exited = once(app, 'exit');
  try {
    await until(() => printed !== '');
    expect(printed).toMatch(/Memory {2,}.*\d/);
    await until(windowIsShown);
    app.kill('SIGTERM');
    expect(await Promise.race([exited, sleep(10_000)])).toEqual([0, null]);
    const history = new Database(join(folder, 'data', 'history.db'));
    expect(history.prepare('SELECT count(*) FROM raw').raw().all()).not.toEqual([[0]]);
    history.close();
  } finally {
    app.kill('SIGKILL');
  }
});

function windowIsShown(): boolean {
  const tree = execFileSync('xwininfo', ['-root', '-tree', '-display', display.name], { encoding: 'utf8' });
  const window = tree.match(/^ +(0x[0-9a-f]+) "OnAir Sentry"/m);
  if (!window) return false;
  const facts = execFileSync('xwininfo', ['-id', String(window[1]), '-display', display.name], {
    encoding: 'utf8',
  });
  return facts.includes('IsViewable');
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come about within 30 s');
    await sleep(50);
  }
}
