import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineRows, compareWithBaseline } from '../../../src/shared/baseline/compare.js';
import { takeBaseline } from '../../../src/shared/baseline/take.js';
import type { MetricState } from '../../../src/shared/health/state.js';
import { NOW, STATES, state } from './states.js';

const baseline = takeBaseline(STATES, [], NOW, 'Ann');
const change = (metric: string, more: Partial<MetricState>): MetricState[] =>
  STATES.map((one) => (one.metric === metric ? { ...one, ...more } : one));

describe('comparing with a baseline', () => {
  it('a station as it was taken differs in nothing, whatever is in it', () => {
    fc.assert(
      fc.property(fc.subarray([...STATES]), (states) => {
        expect(compareWithBaseline(takeBaseline(states, [], NOW, 'Ann'), states)).toEqual([]);
      }),
    );
  });

  it('every device that was taken away is missing, and every one that was added is new', () => {
    const devices = STATES.filter(({ instance, metric }) => instance && metric === 'camera.present');
    fc.assert(
      fc.property(fc.subarray(devices), fc.subarray(devices), (before, after) => {
        const others = STATES.filter((one) => !devices.includes(one));
        const lost = before.filter((one) => !after.includes(one));
        const found = compareWithBaseline(takeBaseline([...others, ...before], [], NOW, 'Ann'), [
          ...others,
          ...after,
          ...lost.map((one) => ({ ...one, value: 0, gone: one.note ?? '' })),
        ]);
        const names = (mark: string) => found.filter((row) => row.mark === mark).map((row) => row.instance);
        expect(names('missing').sort()).toEqual(lost.map(({ instance }) => instance).sort());
        expect(names('new').sort()).toEqual(
          after
            .filter((one) => !before.includes(one))
            .map(({ instance }) => instance)
            .sort(),
        );
      }),
    );
  });

  it('a link speed is changed by any other value, in both directions', () => {
    for (const value of [100, 2_500])
      expect(compareWithBaseline(baseline, change('network.linkSpeed', { value }))).toMatchObject([
        { kind: 'value', part: 'network', expected: 1_000, actual: value, mark: 'changed' },
      ]);
  });

  it('another adapter in the place of the one is changed', () => {
    expect(compareWithBaseline(baseline, change('network.link', { source: 'net:wlan0' }))).toMatchObject([
      { kind: 'device', name: 'eth0', now: 'wlan0', mark: 'changed' },
    ]);
  });

  it('a value drifts when a limit says so that goes by the baseline', () => {
    const limit = { when: '>', value: 1.5, of: 'baseline', usual: 1_200 } as const;
    const loud = { value: 2_000, judgement: 'warning', limit } as const;
    expect(compareWithBaseline(baseline, change('fan.speed', loud))).toMatchObject([
      { expected: 1_200, actual: 2_000, mark: 'drift' },
    ]);
    const hot = { value: 0, judgement: 'fault', limit: { when: '<=', value: 0, of: 'value' } } as const;
    expect(compareWithBaseline(baseline, change('fan.speed', hot))).toEqual([]);
  });

  it('what can not be read is neither the same nor missing', () => {
    const unread = STATES.map((one) => state(one.metric, null, { ...one, value: null, missing: 'failed' }));
    expect(compareWithBaseline(baseline, unread)).toEqual([]);
    expect(new Set(baselineRows(baseline, unread).map(({ mark }) => mark))).toEqual(new Set(['unknown']));
  });
});
