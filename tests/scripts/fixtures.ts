import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { run } from '../../scripts/lib/child.mjs';
import { createSay } from '../../scripts/lib/say.mjs';

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onair-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, given as path → content, with their folders. */
export function writeTree(root: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A `say` in English that collects its lines. */
export function recordingSay() {
  const lines: string[] = [];
  return { say: createSay('en', { write: (line) => lines.push(line) }), lines };
}

/** A zip file without compression. */
export function zip(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name);
    const data = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100755 << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, data]);
    // Made by Unix: the modes count.
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A small stand-in for the runtime package: an npm package with a zip file in it. */
export async function runtimePackage(archive: Buffer) {
  const folder = tempFolder();
  mkdirSync(join(folder, 'package'));
  writeFileSync(join(folder, 'package', 'runtime.zip'), archive);
  const file = join(folder, 'package.tgz');
  await run('tar', ['-czf', file, '-C', folder, 'package'], { timeout: 20_000 });
  const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  const source = {
    name: 'stand-in@1.0.0',
    integrity,
    archive: 'runtime.zip',
    folder: 'App',
    executable: 'App',
    version: '33.2.1',
  };
  return { file, source };
}

/** An executable that holds Electron's fuse wire and little else. */
export function fusedExecutable(): string {
  return `#!/bin/sh\nexit 0\n# dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000800000011\n`;
}
