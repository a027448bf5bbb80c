import { expect, test } from 'vitest';
import { candidates } from '../../../src/renderer/src/features/settings/accepted/accept-model.js';
import type { MetricState, PartState } from '../../../src/shared/health/state.js';

const lacking = (metric: string, missing: string, more: Partial<MetricState> = {}) =>
  ({ metric, value: null, missing, required: false, ...more }) as MetricState;
const parts = (...metrics: MetricState[]) => [{ part: 'network', metrics }] as unknown as PartState[];
const offered = (...metrics: MetricState[]) => candidates(parts(...metrics), {}).map(({ metric }) => metric);

test('what can not be read is offered, and what is only not there yet is not', () => {
  expect(offered(lacking('fan.speed', 'unsupported'), lacking('cpu.load', 'warming-up'))).toEqual([
    'fan.speed',
  ]);
});

test('an answer is no lack: a wired network has no Wi-Fi signal, and there is no UPS', () => {
  expect(offered(lacking('network.signal', 'not-present'), lacking('power.ups', 'not-present'))).toEqual([]);
});

test('a required reading is offered, whatever the reason', () => {
  expect(offered(lacking('camera.present', 'not-present', { required: true }))).toEqual(['camera.present']);
});

test('what was accepted stays in the list, so that it can be taken back', () => {
  const accepted = { 'power.ups': { by: 'IT', at: 1, reason: 'none here' } };
  expect(candidates(parts(lacking('power.ups', 'not-present')), accepted)).toEqual([{ metric: 'power.ups' }]);
});
