import { expect, test, vi } from 'vitest';
import { blamePrograms } from '../../../src/main/app/blame.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import type { ProgramUse } from '../../../src/shared/health/state.js';
import { reading, shippedIndex } from '../../support/profile.js';

const OBS: ProgramUse = { name: 'obs', value: 61, unit: '%' };

function setUp(answer: readonly ProgramUse[]) {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  const programs = vi.fn(() => Promise.resolve(answer));
  blamePrograms(monitor, { programs });
  let at = 1_767_600_000_000;
  const play = async (
    metric: 'cpu.temperature' | 'power.ac',
    value: number,
    ticks: number,
  ): Promise<void> => {
    for (let tick = 0; tick < ticks; tick += 1, at += 2_000) monitor.take([reading(metric, value, at)], at);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { monitor, programs, play };
}

test('the programs are looked for once, when the incident opens, and kept with it', async () => {
  const { monitor, programs, play } = setUp([OBS]);
  await play('cpu.temperature', 91, 10);
  expect(programs).not.toHaveBeenCalled();
  await play('cpu.temperature', 91, 100);
  expect(programs).toHaveBeenCalledExactlyOnceWith('cpu');
  expect(monitor.incidents[0]?.programs).toEqual([OBS]);
  await play('cpu.temperature', 60, 40);
  expect(monitor.look().ended[0]?.programs).toEqual([OBS]);
});

test('no program is to blame for a plug, and none is named where nobody knows', async () => {
  const power = setUp([OBS]);
  await power.play('power.ac', 0, 10);
  expect(power.programs).not.toHaveBeenCalled();
  const heat = setUp([]);
  await heat.play('cpu.temperature', 91, 30);
  expect(heat.monitor.incidents[0]).not.toHaveProperty('programs');
});
