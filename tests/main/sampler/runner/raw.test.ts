import { expect, it } from 'vitest';
import { RAW_LIMIT, type Sample } from '../../../../src/main/sampler/collector.js';
import { sampleLines } from '../../../../src/main/sampler/runner/raw.js';

it('tells of every sample in a line what it is and where from', () => {
  const samples: Sample[] = [
    { metric: 'cpu.load', source: '/proc/stat', value: 12.5 },
    { metric: 'camera.present', instance: 'usb-1', source: 'v4l2', value: 1, note: 'C920' },
    { metric: 'disk.latency', source: 'stat', missing: 'not-present', note: 'idle' },
  ];
  expect(sampleLines(samples)).toBe(
    [
      'cpu.load = 12.5  · /proc/stat',
      'camera.present [usb-1] = 1  · v4l2  · C920',
      'disk.latency = not-present  · stat  · idle',
    ].join('\n'),
  );
});

it('is bounded', () => {
  const samples = Array<Sample>(2_000).fill({ metric: 'cpu.load', source: '/proc/stat', value: 12.5 });
  expect(sampleLines(samples)).toHaveLength(RAW_LIMIT);
});
