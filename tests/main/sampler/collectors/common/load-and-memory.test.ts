import { describe, expect, it } from 'vitest';
import { createSiCpuLoad } from '../../../../../src/main/sampler/collectors/common/cpu.js';
import { createOsMemory } from '../../../../../src/main/sampler/collectors/common/memory.js';
import { readAt, told } from '../fixture.js';
import { standIn } from './stand-in.js';

describe('processor', () => {
  it.each([null, Number.NaN, -1, 101])('a load of %j is none', async (currentLoad) => {
    const collector = createSiCpuLoad(standIn({ currentLoad: { currentLoad } }));
    expect(told(await readAt(collector), 'cpu.load')).toBe('failed');
  });

  it('an idle processor has a load of 0', async () => {
    expect(
      told(await readAt(createSiCpuLoad(standIn({ currentLoad: { currentLoad: 0 } }))), 'cpu.load'),
    ).toBe(0);
  });
});

it('memory is what the system itself says', async () => {
  const usage = told(await readAt(createOsMemory()), 'memory.usage');
  expect(usage).toBeGreaterThan(0);
  expect(usage).toBeLessThan(100);
});
