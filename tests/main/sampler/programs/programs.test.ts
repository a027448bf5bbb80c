import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskBytes } from '../../../../src/main/sampler/programs/disk-bytes.js';
import {
  findPrograms,
  type ProcessLibrary,
  type ProgramNeeds,
} from '../../../../src/main/sampler/programs/programs.js';

const process1 = { pid: 1, name: 'browser', cpu: 20, memRss: 900_000 };
const process2 = { pid: 2, name: 'browser', cpu: 25, memRss: 700_000 };
const process3 = { pid: 3, name: 'obs', cpu: 30, memRss: 400_000 };
const process4 = { pid: 4, name: 'idle', cpu: 0.1, memRss: 1_000 };
const process5 = { pid: 5, name: 'sync', cpu: 5, memRss: 100_000 };
const process6 = { pid: 6, name: 'mail', cpu: 4, memRss: 90_000 };
const list = [process4, process1, process2, process3, process5, process6];

/** A machine with these processes; disk bytes grow with every look. */
function needs(bytes: Readonly<Record<number, number>> = {}): ProgramNeeds {
  const looks = new Map<number, number>();
  return {
    load: () =>
      Promise.resolve({
        processes: () => Promise.resolve({ list }),
        networkConnections: () =>
          Promise.resolve([
            { pid: 5, process: '', state: 'ESTABLISHED' },
            { pid: 5, process: '', state: 'ESTABLISHED' },
            { pid: 1, process: 'browser', state: 'ESTABLISHED' },
            { pid: 3, process: '', state: 'LISTEN' },
            { pid: null, process: '', state: 'ESTABLISHED' },
          ]),
      } as unknown as ProcessLibrary),
    pause: () => Promise.resolve(),
    diskBytes: (pid) => {
      const rate = bytes[pid];
      if (rate === undefined) return null;
      looks.set(pid, (looks.get(pid) ?? 0) + rate);
      return looks.get(pid) ?? 0;
    },
  };
}
const names = async (...args: Parameters<typeof findPrograms>) =>
  (await findPrograms(...args)).map(({ name, value }) => [name, value]);

test('the three that take most, summed up by program', async () => {
  expect(await names('cpu', needs())).toEqual([
    ['browser', 45],
    ['obs', 30],
    ['sync', 5],
  ]);
  expect(await names('memory', needs())).toEqual([
    ['browser', 1_638_400_000],
    ['obs', 409_600_000],
    ['sync', 102_400_000],
  ]);
});

test('who moves bytes, where the system tells; nobody where it does not', async () => {
  expect(await names('disk', needs({ 5: 40_000_000, 1: 10 }))).toEqual([['sync', 40_000_000]]);
  expect(await names('disk', needs())).toEqual([]);
});

test('who has most connections', async () => {
  expect(await names('network', needs())).toEqual([
    ['sync', 2],
    ['browser', 1],
  ]);
});

test('all names, on demand', async () => {
  expect((await names('names', needs())).length).toBe(list.length);
});

test('a real machine tells who is busy: this test is among its processes', async () => {
  const found = await findPrograms('names');
  expect(found.some(({ name }) => name.includes('node'))).toBe(true);
}, 20_000);

test.runIf(process.platform === 'linux')('bytes that this process wrote are counted', () => {
  const folder = mkdtempSync(join('/var/tmp', 'onair-io-'));
  const before = diskBytes(process.pid);
  const file = openSync(join(folder, 'x'), 'w');
  writeSync(file, Buffer.alloc(4_000_000, 1));
  fsyncSync(file);
  closeSync(file);
  rmSync(folder, { recursive: true });
  if (before === null) return expect(diskBytes(process.pid)).toBeNull();
  expect((diskBytes(process.pid) ?? 0) - before).toBeGreaterThan(0);
  expect(diskBytes(999_999_999)).toBeNull();
});
