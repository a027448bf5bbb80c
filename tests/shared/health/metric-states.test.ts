import { expect, it } from 'vitest';
import { reading, shippedIndex, station } from '../../support/profile.js';

it('what did not change is the same object, and what did is not', () => {
  const one = station();
  one.ingest(reading('cpu.load', 3, 1));
  one.ingest(reading('memory.usage', 50, 1));
  one.commit(1);
  const [load, memory] = one.metricStates();
  one.ingest(reading('cpu.load', 4, 2_000));
  one.commit(2_000);
  const [later, same] = one.metricStates();
  expect(load).toMatchObject({ metric: 'cpu.load', value: 3, at: 1 });
  expect(later).toMatchObject({ metric: 'cpu.load', value: 4, at: 2_000 });
  expect(same).toBe(memory);
  one.configure({ index: shippedIndex(), accepted: ['memory.usage'] });
  expect(one.metricStates()[1]).toEqual({ ...memory, accepted: true });
});
