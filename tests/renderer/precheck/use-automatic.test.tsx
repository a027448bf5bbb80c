// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAutomatic } from '../../../src/renderer/src/features/precheck/steps/use-automatic.js';
import { usePrecheck } from '../../../src/renderer/src/stores/precheck.js';
import { useProcedure } from '../../../src/renderer/src/stores/procedure.js';
import { failure, success } from '../../../src/shared/ipc/result.js';
import type { Draft } from '../../../src/shared/precheck/flow/draft.js';
import type { ItemId } from '../../../src/shared/precheck/items.js';
import { measurement } from '../../../src/shared/precheck/measured/measure.js';
import type { MeasureId } from '../../../src/shared/precheck/measures.js';
import { PLATFORMS } from '../../../src/shared/precheck/platforms/platforms.js';
import type { Measurement } from '../../../src/shared/precheck/record/evidence-schema.js';
import { NOW } from '../../support/precheck-record.js';
import { shippedProfile } from '../settings/profile.js';

const ITEMS: readonly ItemId[] = ['P2.a', 'P2.d'];

/** What main knows: the value of each measure, and how long ago, ms, it was read; null: it was never read. */
let known: Partial<Record<MeasureId, readonly [value: number, age: number] | null>>;
let asked: unknown[];
/** Whether readings can be asked for anew. */
let isSampling: boolean;

function measurements(): Measurement[] {
  return Object.entries(known).map(([measure, read]) =>
    read
      ? measurement(measure as MeasureId, read[0], { at: read[1] })
      : measurement(measure as MeasureId, null, { at: Date.now() }, { missing: 'warming-up' }),
  );
}

const values = () =>
  Object.fromEntries(usePrecheck.getState().draft?.measurements.map((one) => [one.measure, one.value]) ?? []);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  asked = [];
  isSampling = true;
  known = { 'power.ac': [1, NOW - 5_000], 'system.updates': [0, NOW - 3_600_000] };
  vi.stubGlobal('onair', {
    invoke: async (channel: string, args: unknown) => {
      if (channel === 'readings:refresh') {
        asked.push(args);
        return isSampling ? success(undefined) : failure('NOT_READY', 'nothing is being sampled');
      }
      if (channel === 'precheck:station') return success({ measurements: measurements(), programs: {} });
      return success(undefined);
    },
  });
  const draft: Draft = {
    schema: 1,
    id: 'a',
    kind: 'full',
    startedAt: NOW,
    step: 'automatic',
    operator: 'Ann',
    platform: PLATFORMS.douyin,
    devices: [],
    measurements: [],
    problems: [],
    confirmations: [],
    waivers: [],
    baseline: {},
    items: [...ITEMS],
  };
  usePrecheck.setState({ draft });
  const profile = shippedProfile();
  useProcedure.setState({ procedure: { shipped: profile, effective: profile } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  usePrecheck.setState({ draft: null });
  useProcedure.setState({ procedure: null });
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('a check takes no reading from before it began, and each item as soon as all of it was read', async () => {
  const { result } = renderHook(() => useAutomatic(ITEMS, false));
  await pass(0);
  expect(asked).toEqual([{ metrics: expect.arrayContaining(['power.ac', 'system.updates']) }]);
  expect(values()).toEqual({});
  // The cable was pulled a moment before.
  known['power.ac'] = [0, NOW + 200];
  await pass(500);
  expect(values()).toEqual({ 'power.ac': 0 });
  expect(result.current.reading).toBe(true);
  known['system.updates'] = [2, NOW + 3_000];
  await pass(500);
  expect(values()).toEqual({ 'power.ac': 0, 'system.updates': 2 });
  await pass(5_000);
  expect(result.current.reading).toBe(false);
});

test('what can not be read anew is taken as it is known, after a while', async () => {
  const { result } = renderHook(() => useAutomatic(ITEMS, false));
  await pass(9_500);
  expect(values()).toEqual({});
  await pass(1_000);
  expect(values()).toEqual({ 'power.ac': 1, 'system.updates': 0 });
  await pass(5_000);
  expect(result.current.reading).toBe(false);
});

test('where nothing is being sampled what is known is taken at once', async () => {
  isSampling = false;
  renderHook(() => useAutomatic(ITEMS, false));
  await pass(0);
  expect(values()).toEqual({ 'power.ac': 1, 'system.updates': 0 });
});

test('what was never read is waited for, and then is unknown', async () => {
  known = { 'power.ac': [1, NOW + 100], 'system.updates': null };
  renderHook(() => useAutomatic(ITEMS, false));
  await pass(29_000);
  expect(values()).toEqual({ 'power.ac': 1 });
  await pass(2_000);
  expect(values()).toEqual({ 'power.ac': 1, 'system.updates': null });
});

test('an item that was found keeps what was found until it is read again', async () => {
  const { result } = renderHook(() => useAutomatic(ITEMS, true));
  await pass(1_000);
  expect(asked).toEqual([]);
  isSampling = false;
  act(() => result.current.again());
  await pass(10);
  isSampling = true;
  act(() => result.current.again());
  known['power.ac'] = [0, Date.now() + 1];
  await pass(500);
  expect(values()).toEqual({ 'power.ac': 0, 'system.updates': 0 });
});
