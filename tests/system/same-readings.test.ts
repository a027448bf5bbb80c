import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../scripts/lib/bundle.mjs';
import { FakeHardware, namespaceProblem } from '../support/fake-hardware.js';

/** Readings by name: a metric, with its instance where it has one. */
type Readings = Readonly<Record<string, number | undefined>>;

// Mounting over /proc takes root.
const problem = process.getuid?.() === 0 ? namespaceProblem() : 'wants root';

describe.skipIf(problem)('where the package systeminformation gives the same reading, ours equals it', () => {
  let hardware: FakeHardware;
  let ours: Readings;
  let theirs: Readings & { cores: readonly number[] };

  beforeAll(async () => {
    hardware = new FakeHardware();
    for (const [core, degrees] of [51, 52.5, 53, 58].entries())
      hardware.set('core', String(core), String(degrees));
    const folder = join(hardware.dir, 'root');
    for (const path of ['proc', 'bin']) mkdirSync(join(folder, path), { recursive: true });
    for (const file of ['stat', 'diskstats']) writeFileSync(join(folder, 'proc', file), '');
    // The only disk that is mounted, as far as the package is concerned.
    const lsblk = join(hardware.dir, 'bin', 'lsblk');
    writeFileSync(lsblk, '#!/bin/sh\necho sda ext4 /\n');
    chmodSync(lsblk, 0o755);
    const { folder: bundle, file, remove } = await bundleForNode('same-readings');
    try {
      const mounts = ['stat', 'diskstats'].map((one) => `mount --bind '${folder}/proc/${one}' /proc/${one}`);
      const script = [...mounts, `exec '${process.execPath}' '${join(bundle, file)}' '${folder}'`].join(
        ' && ',
      );
      const [command, args] = hardware.command('sh', '-c', script);
      ({ ours, theirs } = JSON.parse(execFileSync(command, args, { encoding: 'utf8', timeout: 40_000 })));
    } finally {
      remove();
    }
  }, 60_000);
  afterAll(() => hardware?.remove());

  it.each([
    ['cpu.load', 50],
    ['cpu.temperature', 55],
    ['disk.read.rate', 5_120_000],
    ['disk.write.rate', 2_048_000],
    ['power.battery', 83],
    ['power.voltage', 11.85],
    ['power.ac', 1],
  ])('%s: both %d', (metric, value) => {
    expect(ours[metric]).toBeCloseTo(value, 6);
    expect(theirs[metric]).toBeCloseTo(value, 1);
  });

  it('every core', () => {
    const cores = [0, 1, 2, 3].map((core) => ours[`cpu.temperature Core ${core}`]);
    expect(cores).toEqual([51, 52.5, 53, 58]);
    expect(cores.map((degrees) => Math.round(degrees ?? 0))).toEqual(theirs.cores.map(Math.round));
  });

  it('memory and swap, to one point', () => {
    expect(Math.abs((ours['memory.usage'] ?? 0) - (theirs['memory.usage'] ?? 100))).toBeLessThan(1);
    if (theirs['memory.swap'] !== undefined)
      expect(Math.abs((ours['memory.swap'] ?? 0) - theirs['memory.swap'])).toBeLessThan(1);
  });
});
