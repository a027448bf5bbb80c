import { expect, test } from 'vitest';
import { SamplerReport } from '../../../src/main/monitor/sampler-report.js';
import { collector } from '../../support/diagnostics.js';

test('only what was said last is kept, and a new process starts from nothing', () => {
  const report = new SamplerReport();
  expect([report.pid, report.at, report.collectors]).toEqual([null, null, []]);
  report.note({ type: 'ready', pid: 7 }, 1);
  for (let i = 0; i < 100; i++) report.note({ type: 'stats', collectors: [collector({ runs: i })] }, i);
  report.note({ type: 'readings', readings: [] }, 200);
  expect([report.pid, report.at]).toEqual([7, 99]);
  expect(report.collectors).toEqual([collector({ runs: 99 })]);
  report.note({ type: 'ready', pid: 8 }, 300);
  expect([report.pid, report.at, report.collectors]).toEqual([8, null, []]);
});
