import { describe, expect, it } from 'vitest';
import { BaselineLookup } from '../../../src/shared/baseline/lookup.js';
import { reading, station } from '../../support/profile.js';

const T0 = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

type Kept = ReturnType<typeof station>;

/** A minute of ticks on which only the leading series comes. */
function minutes(on: Kept, from: number, count: number): void {
  for (let at = from; at <= from + count * MINUTE; at += 2_000) {
    on.ingest(reading('camera.present', 1, at));
    on.commit(at);
  }
}

const instances = (on: Kept): (string | undefined)[] => on.metricStates().map(({ instance }) => instance);

/** A camera that came and went, beside the leading series. */
function withGoneCamera(options: Parameters<typeof station>[0] = {}): Kept {
  const on = station(options);
  for (const one of [
    reading('camera.present', 1, T0),
    reading('camera.present', 1, T0, { instance: 'usb:stick' }),
  ])
    on.ingest(one);
  on.commit(T0);
  on.ingest(reading('camera.present', null, T0 + 2_000, { instance: 'usb:stick', missing: 'not-present' }));
  on.commit(T0 + 2_000);
  return on;
}

describe('a device that is gone', () => {
  it('is told of for ten minutes, then forgotten, and new when it returns', () => {
    const on = withGoneCamera();
    minutes(on, T0 + 4_000, 9);
    expect(instances(on)).toEqual([undefined, 'usb:stick']);
    minutes(on, T0 + 10 * MINUTE, 1);
    expect(instances(on)).toEqual([undefined]);
    const back = T0 + 12 * MINUTE;
    on.ingest(reading('camera.present', 1, back, { instance: 'usb:stick' }));
    on.commit(back);
    expect(on.valueOf('camera.present', 'usb:stick')).toBe(1);
  });

  it('stays while the baseline expects it', () => {
    const device = { metric: 'camera.present', instance: 'usb:stick', name: 'Stick' } as const;
    const baseline = new BaselineLookup({ schema: 1, at: T0, by: 'IT', devices: [device], values: [] });
    const on = withGoneCamera({ baseline });
    minutes(on, T0 + 4_000, 30);
    expect(on.metricStates()).toContainEqual(
      expect.objectContaining({ instance: 'usb:stick', gone: 'Stick' }),
    );
  });

  it('stays where no leading series tells of the metric', () => {
    const on = station();
    on.ingest(reading('network.loss', null, T0, { instance: 'gateway', missing: 'not-present' }));
    on.commit(T0);
    minutes(on, T0 + 2_000, 30);
    expect(on.metricStates().map(({ metric }) => metric)).toContain('network.loss');
    expect(on.verdict.missing).toContain('network.loss');
  });
});
