import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { KernelFiles } from '../../../../../src/main/sampler/collectors/linux/kernel-files.js';

const folder = mkdtempSync(join(tmpdir(), 'kernel-files-'));
const files = new KernelFiles();
afterEach(() => files.close());

/** How many descriptors of this process lead to a file. */
const opened = (path: string): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  }).length;

describe.runIf(process.platform === 'linux')('files of the kernel', () => {
  it('stay open, and tell what is so now', async () => {
    const first = files.readHead('/proc/uptime');
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = files.readHead('/proc/uptime');
    expect(Number.parseFloat(second ?? '')).toBeGreaterThan(Number.parseFloat(first ?? ''));
    expect(opened('/proc/uptime')).toBe(1);
    files.keepOnly(['/proc/stat']);
    expect(opened('/proc/uptime')).toBe(0);
  });

  it('that can not be read are null, and tried again', () => {
    expect(files.readHead('/proc/none')).toBeNull();
    expect(files.readHead('/proc')).toBeNull();
    expect(files.readHead('/proc/none')).toBeNull();
  });
});

it('files of other file systems are found by their names every time', () => {
  const path = join(folder, 'stat');
  writeFileSync(path, ' one\n');
  expect(files.readHead(path)).toBe('one');
  rmSync(path);
  expect(files.readHead(path)).toBeNull();
  writeFileSync(path, 'two');
  expect(files.readHead(path)).toBe('two');
});
