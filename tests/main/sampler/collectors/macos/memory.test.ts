import { expect, it } from 'vitest';
import { createMemory } from '../../../../../src/main/sampler/collectors/macos/memory.js';
import { readAt, told } from '../fixture.js';
import { fixture, macWith, NO_ANSWERS } from './stand-in.js';

const GB = 2 ** 30;

async function read(pages: string, swap: string, total: number) {
  const { run } = macWith({ vm_stat: pages, 'sysctl -n vm.swapusage': swap });
  const samples = await readAt(createMemory(run, () => total));
  return [told(samples, 'memory.usage'), told(samples, 'memory.swap')];
}

it('counts pages of the size that is told', async () => {
  const [usage, swap] = await read(
    fixture('apple-silicon/vm_stat.txt'),
    fixture('apple-silicon/swapusage.txt'),
    48 * GB,
  );
  expect(usage).toBeCloseTo((100 * (1_191_519 - 19_124 + 226_876 + 736_126) * 16_384) / (48 * GB), 6);
  expect(swap).toBeCloseTo((100 * 1_234.5) / 2_048, 6);
});

it('an Intel Mac without swap', async () => {
  const [usage, swap] = await read(
    fixture('intel/vm_stat.txt'),
    fixture('intel/swapusage-none.txt'),
    32 * GB,
  );
  expect(usage).toBeCloseTo((100 * (464_333 - 11_820 + 715_958) * 4_096) / (32 * GB), 6);
  expect(swap).toBe('not-present');
});

it('a missing line makes no small number', async () => {
  const pages = fixture('intel/vm_stat.txt').replace(/^Anonymous.*\n/m, '');
  expect(await read(pages, 'total = 1.00M  used = 2.00M', 32 * GB)).toEqual(['failed', 'failed']);
  expect(await read(fixture('intel/vm_stat.txt'), '', 1_000)).toEqual(['failed', 'failed']);
});

it('reads other units and decimal commas', async () => {
  const [, swap] = await read('', 'total = 4,00G  used = 1024,00M  free = 3,00G', GB);
  expect(swap).toBe(25);
});

it.each(NO_ANSWERS)('is %s when the programs say nothing useful', async (reason, result) => {
  const { run } = macWith({ vm_stat: result, sysctl: result });
  const samples = await readAt(createMemory(run, () => GB));
  expect([told(samples, 'memory.usage'), told(samples, 'memory.swap')]).toEqual([reason, reason]);
});
