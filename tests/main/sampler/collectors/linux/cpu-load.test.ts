import fc from 'fast-check';
import { currentLoad } from 'systeminformation';
import { describe, expect, it } from 'vitest';
import { createCpuLoad, parseCpuTimes } from '../../../../../src/main/sampler/collectors/linux/cpu-load.js';
import { readAt, Tree, told } from '../fixture.js';

describe('cpu.load', () => {
  it('is the busy share since the last run; waiting for a disk is idle', async () => {
    const tree = new Tree({ 'proc/stat': 'cpu  100 0 100 800 0 0 0 0 0 0' });
    const collector = createCpuLoad(tree.root);
    expect(told(await readAt(collector), 'cpu.load')).toBe('warming-up');
    tree.write({ 'proc/stat': 'cpu  130 0 120 840 5 3 1 1 50 0' });
    expect(told(await readAt(collector), 'cpu.load')).toBe(55);
    expect(told(await readAt(collector), 'cpu.load')).toBe('warming-up');
  });

  it('never comes from counters that went backwards', async () => {
    const tree = new Tree({ 'proc/stat': 'cpu  100 0 100 800 0' });
    const collector = createCpuLoad(tree.root);
    await readAt(collector);
    tree.write({ 'proc/stat': 'cpu  90 0 90 900 0' });
    expect(told(await readAt(collector), 'cpu.load')).toBe('warming-up');
  });

  it('fails without /proc/stat', async () => {
    expect(told(await readAt(createCpuLoad(new Tree().root)), 'cpu.load')).toBe('failed');
  });

  it('garbage never throws and never gives more busy than total', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `cpu  ${text}`),
        ),
        (text) => {
          const times = parseCpuTimes(text);
          if (times !== null) expect(times.busy).toBeLessThanOrEqual(times.total);
        },
      ),
    );
  });

  it.runIf(process.platform === 'linux')('agrees with the library, roughly', async () => {
    const direct = createCpuLoad('/');
    await Promise.all([currentLoad(), readAt(direct)]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const [theirs, ours] = await Promise.all([currentLoad(), readAt(direct)]);
    // The library leaves out waiting for disks and stolen time, and its interval begins elsewhere.
    expect(Math.abs((told(ours, 'cpu.load') as number) - theirs.currentLoad)).toBeLessThan(25);
  });
});
