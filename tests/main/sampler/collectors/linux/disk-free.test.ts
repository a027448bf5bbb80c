import fc from 'fast-check';
import { fsSize } from 'systeminformation';
import { expect, it } from 'vitest';
import { createDiskFree } from '../../../../../src/main/sampler/collectors/linux/disk-free.js';
import {
  isNetworkFileSystem,
  mountOf,
  parseMounts,
} from '../../../../../src/main/sampler/collectors/linux/mounts.js';
import { readAt, Tree, told } from '../fixture.js';

it('reports the volumes of the system and of the home, and no network volume', async () => {
  const mounts = '/dev/a / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0';
  const local = new Tree({ 'proc/self/mounts': mounts }).folder('home');
  const samples = await readAt(createDiskFree(local.root, '/home/user'));
  expect(samples.map(({ instance }) => instance)).toEqual(['/']);
  expect(told(samples, 'disk.free', '/')).toBeGreaterThan(0);
});

it('reports one volume once', async () => {
  const { root } = new Tree({ 'proc/self/mounts': '/dev/a / ext4 rw 0 0' });
  expect(await readAt(createDiskFree(root, '/home/user'))).toHaveLength(1);
});

it('says failed for a volume that does not answer', async () => {
  const mounts = '/dev/a / ext4 rw 0 0\n/dev/b /home ext4 rw 0 0';
  const { root } = new Tree({ 'proc/self/mounts': mounts });
  expect(told(await readAt(createDiskFree(root, '/home/user')), 'disk.free', '/home')).toBe('failed');
});

it('finds mounts with blanks in their names, and the later of two on one point', () => {
  const mounts = parseMounts('/dev/a / ext4 rw 0 0\n/dev/b /my\\040data xfs rw 0 0\nover / overlay rw 0 0');
  expect(mountOf(mounts, '/my data/x')?.device).toBe('/dev/b');
  expect(mountOf(mounts, '/my database')?.device).toBe('over');
});

it.each(['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'autofs'])('%s is a network volume', (type) => {
  expect(isNetworkFileSystem({ device: 'x', point: '/', type })).toBe(true);
});

it.each(['ext4', 'btrfs', 'xfs', 'overlay', 'zfs', 'vfat'])('%s is not', (type) => {
  expect(isNetworkFileSystem({ device: 'x', point: '/', type })).toBe(false);
});

it('garbage never throws', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, path) => void mountOf(parseMounts(text), path)));
});

it.runIf(process.platform === 'linux')('agrees with the library', async () => {
  const direct = told(await readAt(createDiskFree('/', '/')), 'disk.free', '/');
  const root = (await fsSize()).find(({ mount }) => mount === '/');
  // Other programs write meanwhile: the same to within 64 MB.
  expect(Math.abs((direct as number) - (root?.available ?? 0))).toBeLessThan(64 * 1_024 * 1_024);
});
