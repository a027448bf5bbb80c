import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProgramRequests } from '../../../src/main/monitor/program-requests.js';

const OBS = { name: 'obs', value: 1, unit: '%' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('alike questions at once are one, and a later one is asked again', async () => {
  const send = vi.fn(() => true);
  const requests = new ProgramRequests(send);
  const both = Promise.all([requests.find('cpu'), requests.find('cpu')]);
  expect(send).toHaveBeenCalledOnce();
  requests.hear({ type: 'programs', kind: 'cpu', programs: [OBS] });
  expect(await both).toEqual([[OBS], [OBS]]);
  void requests.find('cpu');
  expect(send).toHaveBeenCalledTimes(2);
});

test('without a sampler, or without an answer, nobody is named', async () => {
  expect(await new ProgramRequests(() => false).find('disk')).toEqual([]);
  const late = new ProgramRequests(() => true).find('disk');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await late).toEqual([]);
});
