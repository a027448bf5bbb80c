import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ensureSandbox } from '../../scripts/lib/linux-sandbox.mjs';
import { ensureLinuxSystem } from '../../scripts/lib/linux-system.mjs';
import { recordingSay, tempFolder, writeTree } from './fixtures.js';

afterEach(() => vi.unstubAllEnvs());

/** A system whose tools are small scripts; `installed` is where its apt-get notes what it was told. */
function system(tools: Record<string, string>) {
  const bin = tempFolder();
  const dist = tempFolder();
  const installed = join(bin, 'installed');
  const scripts: Record<string, string> = {
    ldd: `[ -e ${installed} ] || echo '	libgtk-3.so.0 => not found'`,
    'fc-list': 'echo Noto Sans CJK',
    'apt-cache': 'echo libc6',
    'apt-get': `[ "$1" = update ] || echo "$@" > ${installed}`,
    ...tools,
  };
  const files = Object.entries(scripts).filter(([, body]) => body !== '');
  writeTree(bin, Object.fromEntries(files.map(([name, body]) => [name, `#!/bin/sh\n${body}\n`])));
  for (const [name] of files) chmodSync(join(bin, name), 0o755);
  vi.stubEnv('PATH', [bin, '/nowhere'].join(delimiter));
  return { bin, dist, asked: () => readFileSync(installed, 'utf8').trim() };
}

const linux = it.runIf(process.platform === 'linux');

linux('says nothing but “complete” where everything is there', async () => {
  const { dist } = system({ ldd: 'echo "	libc.so.6 => /lib/libc.so.6"', Xvfb: ':' });
  const { say, lines } = recordingSay();
  await ensureLinuxSystem(dist, { Xvfb: 'xvfb' }, { root: false, say });
  expect(lines).toEqual(['· System libraries are complete\n']);
});

linux('prints the one line for an ordinary user and stops with 69', async () => {
  const { dist } = system({ Xvfb: ':' });
  const { say } = recordingSay();
  const line =
    'sudo apt-get install -y --no-install-recommends ' +
    'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0';
  await expect(ensureLinuxSystem(dist, { Xvfb: 'xvfb' }, { root: false, say })).rejects.toMatchObject({
    status: 69,
    message: expect.stringMatching(new RegExp(`\n${line}$`)),
  });
});

linux('installs as root, by the names of newer releases where they changed', async () => {
  const { dist, asked } = system({ 'apt-cache': 'echo libgtk-3-0t64; echo libasound2t64', 'fc-list': ':' });
  const { say, lines } = recordingSay();
  await ensureLinuxSystem(dist, {}, { root: true, say });
  expect(asked()).toMatch(
    /^install .* libgtk-3-0t64 libnss3 libasound2t64 libgbm1 libxss1 libatk-bridge2\.0-0 fonts-noto-cjk$/,
  );
  expect(lines[0]).toContain('Installing system packages: libgtk-3-0');
});

linux('asks only for what is missing', async () => {
  const { dist } = system({ ldd: ':', dunst: ':' });
  const { say } = recordingSay();
  const tools = { Xvfb: 'xvfb', dunst: 'dunst', 'dbus-send': 'dbus', 'dbus-daemon': 'dbus' };
  await expect(ensureLinuxSystem(dist, tools, { root: false, say })).rejects.toThrow(/recommends xvfb dbus$/);
});

linux('names the libraries where there is no apt-get', async () => {
  const { dist } = system({ 'apt-get': '' });
  const { say } = recordingSay();
  await expect(ensureLinuxSystem(dist, { Xvfb: 'xvfb' }, { root: true, say })).rejects.toMatchObject({
    status: 69,
    message: expect.stringContaining('Missing: libgtk-3.so.0 Xvfb.'),
  });
});

linux('shows why an installation failed', async () => {
  const { dist } = system({ 'apt-get': 'echo "E: no network"; exit 100' });
  const { say } = recordingSay();
  await expect(ensureLinuxSystem(dist, {}, { root: true, say })).rejects.toThrow(
    /status 100[\s\S]*E: no network/,
  );
});

linux('does not stop for a font', async () => {
  const { dist } = system({ ldd: ':', 'fc-list': ':', 'apt-get': 'exit 100' });
  const { say, lines } = recordingSay();
  await ensureLinuxSystem(dist, {}, { root: true, say });
  await ensureLinuxSystem(dist, {}, { root: false, say });
  expect(lines.filter((line) => line.includes('No Chinese font'))).toHaveLength(2);
});

linux('tells an ordinary user how to enable the sandbox where the system withholds it', async () => {
  const { dist } = system({ unshare: 'exit 1' });
  writeTree(dist, { 'chrome-sandbox': '' });
  const { say } = recordingSay();
  const helper = join(dist, 'chrome-sandbox');
  await expect(ensureSandbox(dist, say)).rejects.toThrow(`sudo chmod 4755 '${helper}'`);
  if (process.getuid?.() === 0) {
    chmodSync(helper, 0o4755);
    await ensureSandbox(dist, say);
  }
  system({ unshare: 'exit 0' });
  await ensureSandbox(tempFolder(), say);
});
