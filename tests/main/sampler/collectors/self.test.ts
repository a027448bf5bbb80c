import { expect, it } from 'vitest';
import { createSelfCollector } from '../../../../src/main/sampler/collectors/self.js';
import { FakeClock } from '../fake-clock.js';
import { readAt, told } from './fixture.js';

it('measures its own process, processor time from the second run on', async () => {
  const clock = new FakeClock();
  const collector = createSelfCollector(clock);
  const first = await readAt(collector);
  expect(told(first, 'self.cpu', 'sampler')).toBe('warming-up');
  expect(told(first, 'self.memory', 'sampler')).toBeGreaterThan(1e6);
  clock.now += 1_000;
  expect(told(await readAt(collector), 'self.cpu', 'sampler')).toBeGreaterThanOrEqual(0);
  collector.reset?.();
  expect(told(await readAt(collector), 'self.cpu', 'sampler')).toBe('warming-up');
  collector.dispose?.();
});
