import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icns } from '../../scripts/lib/icns.mjs';
import { ROOT } from '../../scripts/lib/project.mjs';

/** Reads an Apple icon file as macOS does: type, length, data, one after the other. */
function entriesOf(file: Buffer): { type: string; data: Buffer }[] {
  const entries = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at + 4);
    entries.push({ type: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + length) });
    at += length;
  }
  return entries;
}

test('a picture of each size under its name', () => {
  const file = icns((size) => Buffer.from(`picture of ${size}`));
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const entries = entriesOf(file).map(({ type, data }) => `${type} ${data}`);
  expect(entries).toContain('ic10 picture of 1024');
  expect(entries).toContain('icp4 picture of 16');
});

test('the icon that is shipped holds real pictures of those sizes', () => {
  const file = readFileSync(join(ROOT, 'resources', 'icons', 'app', 'icon.icns'));
  const widths = entriesOf(file).map(({ data }) => data.readUInt32BE(16));
  expect(widths).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
});
