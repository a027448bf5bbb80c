import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineSchema } from '../../../src/shared/baseline/schema.js';
import { summary } from '../../../src/shared/baseline/statistics.js';
import { takeBaseline } from '../../../src/shared/baseline/take.js';
import { NOW, STATES, state } from './states.js';

describe('taking a baseline', () => {
  const taken = takeBaseline(
    STATES,
    [
      { metric: 'disk.latency', values: [null, 1, 2, 3, 4, 100] },
      { metric: 'network.latency', instance: 'gateway', values: [5, 7, 6] },
    ],
    NOW,
    'Ann',
  );

  it('keeps every device by its id and its name, and not "any camera" or "all disks"', () => {
    expect(taken.devices).toEqual([
      { metric: 'camera.present', instance: 'usb:c920', name: 'Logitech C920' },
      { metric: 'camera.present', instance: 'usb:inner', name: 'Built-in' },
      { metric: 'disk.busy', instance: 'wwid-1', name: 'nvme0n1: Fast One' },
      { metric: 'network.link', name: 'eth0' },
      { metric: 'power.battery', name: 'BAT0' },
    ]);
  });

  it('keeps the median of the last minutes; one value where there is no more; nothing without any', () => {
    expect(taken.values).toEqual([
      { metric: 'disk.latency', value: 3, spread: 99, readings: 5 },
      { metric: 'network.linkSpeed', value: 1_000, spread: 0, readings: 1 },
      { metric: 'network.latency', instance: 'gateway', value: 6, spread: 2, readings: 3 },
      { metric: 'fan.speed', instance: 'CPU Fan', value: 1_200, spread: 0, readings: 1 },
    ]);
  });

  it('leaves out devices that are not there', () => {
    const states = [
      state('camera.present', 0),
      state('microphone.present', 0, { instance: 'usb:mic', gone: 'Microphone' }),
      state('power.battery', null, { missing: 'not-present' }),
      state('network.link', 0),
    ];
    expect(takeBaseline(states, [], NOW, 'Ann').devices).toEqual([]);
  });

  it('is what its schema says, whatever the values are', () => {
    const values = fc.array(fc.option(fc.double({ noNaN: true, min: 0, max: 1e6 })), { maxLength: 30 });
    fc.assert(
      fc.property(values, (track) => {
        const made = takeBaseline(STATES, [{ metric: 'disk.latency', values: track }], NOW, 'Ann');
        expect(baselineSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
    );
  });
});

describe('summary', () => {
  it('lies among its values, and neither end moves it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), (values) => {
        const found = summary(values);
        expect(values).toContain(found?.value);
        expect(found?.spread).toBeGreaterThanOrEqual(0);
        expect(found?.spread).toBeLessThanOrEqual(Math.max(...values) - Math.min(...values));
        expect(summary([...values].reverse())).toEqual(found);
      }),
    );
    expect(summary([])).toBeUndefined();
  });
});
