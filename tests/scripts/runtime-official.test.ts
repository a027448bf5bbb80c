import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { downloadUrl, installedOfficial, isReachable } from '../../scripts/lib/runtime-official.mjs';
import { overridingElectron } from '../../scripts/lib/runtime-override.mjs';
import { recordingSay, tempFolder, writeTree } from './fixtures.js';

const HOUR = 3600_000;

/** A download host that can be switched off and counts who asks. */
async function host() {
  const state = { up: false, asked: 0, url: '' };
  const server = createServer((_, response) => {
    state.asked += 1;
    response.writeHead(state.up ? 200 : 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return state;
}

it('remembers for a day that a download host cannot be reached', async () => {
  const state = await host();
  const memory = join(tempFolder(), 'cache', 'unreachable.json');
  expect(await isReachable(state.url, memory, false, 0)).toBe(false);
  state.up = true;
  expect(await isReachable(state.url, memory, false, 23 * HOUR)).toBe(false);
  expect(state.asked).toBe(1);
  expect(await isReachable(state.url, memory, false, 25 * HOUR)).toBe(true);
});

it('asks at once when told to, when the address changes, and after a clock that was wrong', async () => {
  const state = await host();
  const memory = join(tempFolder(), 'unreachable.json');
  await isReachable(state.url, memory, false, 10 * HOUR);
  await isReachable(state.url, memory, true, 10 * HOUR);
  await isReachable(`${state.url}mirror`, memory, false, 10 * HOUR);
  await isReachable(`${state.url}mirror`, memory, false, 9 * HOUR);
  expect(state.asked).toBe(4);
});

it('looks where Electron’s own installer would', () => {
  const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;
  expect(downloadUrl('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/e/' })).toBe(
    `https://mirror.example/e/v45.4.1/${file}`,
  );
  const custom = { ELECTRON_MIRROR: 'https://mirror.example/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
  expect(downloadUrl('45.4.1', custom)).toBe(`https://mirror.example/45.4.1/${file}`);
});

it('takes only a complete official Electron of the right version', () => {
  const root = tempFolder();
  const home = 'node_modules/electron';
  expect(installedOfficial(root)).toBeUndefined();
  writeTree(root, { [`${home}/package.json`]: '{"version":"45.4.1"}', [`${home}/dist/version`]: '45.4.1' });
  expect(installedOfficial(root)).toBeUndefined();
  writeTree(root, { [`${home}/path.txt`]: 'electron' });
  expect(installedOfficial(root)).toMatchObject({ version: '45.4.1', kind: 'official' });
  writeTree(root, { [`${home}/dist/version`]: '45.4.0' });
  expect(installedOfficial(root)).toBeUndefined();
});

it.runIf(process.platform === 'linux')('takes the Electron that the user names, if it is there', () => {
  const { say, lines } = recordingSay();
  const dist = tempFolder();
  expect(overridingElectron(say, { ELECTRON_OVERRIDE_DIST_PATH: dist })).toBeUndefined();
  expect(lines.join('')).toContain(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}`);
  writeTree(dist, { electron: '', version: 'v33.2.1' });
  const found = { path: join(dist, 'electron'), dist, version: '33.2.1', kind: 'official' };
  expect(overridingElectron(say, { ELECTRON_OVERRIDE_DIST_PATH: dist })).toEqual(found);
  expect(overridingElectron(say, { ELECTRON_EXEC_PATH: found.path })).toEqual(found);
});
