import { expect, it } from 'vitest';
import { createCollectors } from '../../../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../../../src/main/sampler/runner.js';
import { METRIC_IDS } from '../../../../src/shared/metrics/dictionary.js';
import { Tree } from './fixture.js';

const create = (platform: NodeJS.Platform, root = '/nowhere') =>
  createCollectors({ platform, root, home: '/home/user', probeTarget: () => null });

it.each(['linux', 'win32', 'darwin', 'freebsd'] as const)(
  'on %s every metric has exactly one owner',
  (platform) => {
    const collectors = create(platform);
    const owned = collectors.flatMap(({ metrics }) => metrics);
    expect([...owned].sort()).toEqual([...METRIC_IDS].sort());
    expect(new Set(collectors.map(({ id }) => id)).size).toBe(collectors.length);
    for (const collector of collectors) collector.dispose?.();
  },
);

it('a machine on which nothing can be read still reports every metric, without a value out of thin air', async () => {
  const runner = createRunner({ collectors: create('linux', new Tree().root) });
  const readings = await runner.runOnce();
  runner.stop();
  expect(new Set(readings.map(({ metric }) => metric))).toEqual(new Set(METRIC_IDS));
  const valued = readings.filter(({ value }) => value !== null).map(({ metric }) => metric);
  expect(valued.sort()).toEqual([
    'camera.present',
    'microphone.present',
    'phone.present',
    'power.ac',
    'self.memory',
  ]);
});
