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

test('what the sources say is waited for, but not for ever', async () => {
  const report = new SamplerReport();
  const outputs = [{ id: 'a', at: 1, of: 'source', text: 'x' }] as const;
  const next = report.nextRaws(10_000);
  report.note({ type: 'stats', collectors: [] }, 1);
  report.note({ type: 'raw', outputs }, 2);
  expect(await next).toEqual(outputs);
  expect(await report.nextRaws(10)).toEqual(outputs);
  expect(await new SamplerReport().nextRaws(10)).toEqual([]);
});
