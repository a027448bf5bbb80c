import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../../src/main/log/log.js';

// Before the library is loaded, which keeps the console's methods for itself.
const { said } = vi.hoisted(() => {
  const said: unknown[][] = [];
  for (const name of ['log', 'info', 'warn', 'error'] as const)
    console[name] = (...words: unknown[]) => void said.push(words);
  return { said };
});

const plain = (text: string): string => text;
let folder = '';
let terminal: { mock: { calls: unknown[][] } };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  said.length = 0;
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('keeps order, names causes, and stays within its bound', async () => {
  const file = join(folder, 'logs', 'main.log');
  const log = createLog(file, plain);
  log.info('first, 100% %s %d');
  log.warn('second', new Error('cause'));
  log.error('third', 'text');
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('third'));
  expect(readFileSync(file, 'utf8')).toMatch(
    /^20\S+Z info first, 100% %s %d\n\S+ warn second: Error: cause[\s\S]*\n\S+ error third: text\n$/,
  );
  expect(terminal).toHaveBeenCalledTimes(2);
  expect(said).toEqual([]);

  for (let i = 0; i < 400; i++) {
    log.info('y'.repeat(7_000));
    await sleep(1);
  }
  await vi.waitFor(() => expect(existsSync(join(folder, 'logs', 'main.old.log'))).toBe(true));
  expect(statSync(file).size).toBeLessThan(1_100_000);
});

test('what must not leave the machine does not even get into the file', async () => {
  const file = join(folder, 'main.log');
  const log = createLog(file, (text) => text.replaceAll('secret', '‹›'));
  log.warn('a secret', 'another secret');
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('a ‹›: another ‹›'));
  expect(String(terminal.mock.calls[0])).not.toContain('secret');
});

test('a folder that cannot be written is no reason to fail, nor to speak of it', async () => {
  const log = createLog('/dev/null/logs/main.log', plain);
  for (let i = 0; i < 50; i++) log.info('x');
  await sleep(30);
  expect(said).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('nor is a full disk', async () => {
  const file = join(folder, 'main.log');
  // This device answers every write as a full disk does.
  symlinkSync('/dev/full', file);
  const log = createLog(file, plain);
  for (let i = 0; i < 50; i++) log.info('x');
  await sleep(30);
  expect(said).toEqual([]);
});

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'nor is a folder that turns read-only while it is written, also when it is time to put the file aside',
  async (context) => {
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mount], { stdio: 'ignore' });
    } catch {
      context.skip('no mounts here');
    }
    try {
      const file = join(mount, 'main.log');
      writeFileSync(file, 'x'.repeat(1_000_001));
      const log = createLog(file, plain);
      execFileSync('mount', ['-o', 'remount,ro', mount]);
      for (let i = 0; i < 50; i++) log.info('x');
      await sleep(30);
      expect(said).toEqual([]);
    } finally {
      execFileSync('umount', ['-l', mount]);
    }
  },
);
