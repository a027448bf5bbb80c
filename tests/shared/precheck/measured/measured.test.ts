import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../../../src/shared/baseline/schema.js';
import { cameraMeasurements } from '../../../../src/shared/precheck/measured/camera.js';
import { microphoneMeasurements } from '../../../../src/shared/precheck/measured/microphone.js';
import {
  readingsBehind,
  stationBaseline,
  stationMeasurements,
} from '../../../../src/shared/precheck/measured/station.js';
import { measurementSchema } from '../../../../src/shared/precheck/record/evidence-schema.js';
import { FrameAnalyser } from '../../../../src/shared/precheck/video/analyser.js';
import { scene } from '../../../support/media/pictures.js';
import { tone } from '../../../support/media/signals.js';
import { STATES, state } from '../../baseline/states.js';
import { analyse } from '../audio/feed.js';
import { NOW } from '../evidence.js';
import { HEIGHT, WIDTH, watch } from '../video/watch.js';

const run = { at: NOW, device: 'usb:c920' };

describe('a camera', () => {
  it('gives a value for each measure, with the device and the frames behind it', () => {
    const all = cameraMeasurements(watch(scene(WIDTH, HEIGHT), { phase: 'wave' }), 800, run);
    for (const one of all) expect(measurementSchema.parse(one)).toEqual(one);
    expect(all.filter(({ value }) => value === null)).toMatchObject([
      { measure: 'camera.latency', missing: 'unsupported' },
    ]);
    expect(all[0]).toEqual({
      measure: 'camera.width',
      value: 1_920,
      at: NOW,
      device: 'usb:c920',
      samples: 100,
      attempt: 1,
    });
  });

  it('without frames gives none, and says so', () => {
    for (const one of cameraMeasurements(new FrameAnalyser(WIDTH, HEIGHT).result(), null, run))
      expect(one).toMatchObject({ value: null, missing: 'no-frames' });
  });
});

describe('a microphone', () => {
  const result = analyse(8_000, [tone(8_000, 10, 440, -20)]);

  it('gives a value for each measure, one channel without a balance', () => {
    const all = microphoneMeasurements(result, false, run);
    for (const one of all) expect(measurementSchema.parse(one)).toEqual(one);
    const value = (measure: string) => all.find((one) => one.measure === measure)?.value;
    expect(value('microphone.rms')).toBeCloseTo(-20, 1);
    expect(value('microphone.muted')).toBe(0);
    expect(value('microphone.imbalance')).toBeUndefined();
  });

  it('says what was too short', () => {
    const short = microphoneMeasurements(analyse(8_000, [tone(8_000, 0.1, 440, -20)]), true, run);
    expect(short.filter(({ missing }) => missing === 'too-short').map(({ measure }) => measure)).toEqual([
      'microphone.speech',
      'microphone.floor',
      'microphone.snr',
      'microphone.hum',
      'microphone.silent',
      'microphone.lufs',
    ]);
    expect(short[0]).toMatchObject({ measure: 'microphone.muted', value: 1 });
  });
});

describe('the station', () => {
  const found = (states: Parameters<typeof stationMeasurements>[0], baseline: Baseline | null = null) =>
    new Map(stationMeasurements(states, baseline, { at: NOW }).map((one) => [one.measure, one]));

  it('takes what the monitor read, at its time, and why it did not', () => {
    const all = found([
      state('power.ac', 1, { at: NOW - 500.5 }),
      state('antivirus.enabled', null, { missing: 'unsupported' }),
    ]);
    for (const one of all.values()) expect(measurementSchema.parse(one)).toEqual(one);
    expect(all.get('power.ac')).toMatchObject({ value: 1, at: Math.round(NOW - 500.5) });
    expect(all.get('antivirus.enabled')).toMatchObject({ value: null, missing: 'unsupported' });
    expect(all.get('system.updates')).toMatchObject({ value: null, missing: 'warming-up' });
  });

  it('prefers the host of the stream to the gateway, and what is known to what is not', () => {
    const gateway = state('network.latency', 3, { instance: 'gateway' });
    const ingest = state('network.latency', 40, { instance: 'ingest' });
    expect(found([gateway, ingest]).get('network.latency')?.value).toBe(40);
    const unread = state('network.latency', null, { instance: 'ingest', missing: 'timed-out' });
    expect(found([gateway, unread]).get('network.latency')?.value).toBe(3);
  });

  it('says of a phone what the baseline expects; without one in it, only that there is one', () => {
    const baseline = (...devices: Baseline['devices']): Baseline => ({
      schema: 1,
      at: 1,
      by: 'Ann',
      devices,
      values: [],
    });
    const phone = { metric: 'phone.present', instance: 'usb:a', name: 'Phone' } as const;
    const any = (value: number | null) => state('phone.present', value);
    const there = state('phone.present', 1, { instance: 'usb:a' });
    const gone = state('phone.present', 0, { instance: 'usb:a', gone: 'Phone' });
    const of = (...args: Parameters<typeof found>) => found(...args).get('phone.present');
    expect(of([])).toMatchObject({ value: null, missing: 'warming-up' });
    expect(of([state('phone.present', null, { missing: 'unsupported' })])).toMatchObject({
      value: null,
      missing: 'unsupported',
    });
    for (const none of [null, baseline()]) {
      expect(of([any(0)], none)).toMatchObject({ value: null, missing: 'not-present' });
      expect(of([any(1), there], none)?.value).toBe(1);
    }
    expect(of([any(1), there], baseline(phone))?.value).toBe(1);
    const lost = found([any(0), gone], baseline(phone));
    expect(lost.get('phone.present')?.value).toBe(0);
    expect(lost.get('devices.missing')?.value).toBe(0);
    const another = state('phone.present', 1, { instance: 'usb:b' });
    expect(of([any(1), gone, another], baseline(phone))?.value).toBe(0);
  });

  it('counts what is missing from the baseline; without one it is not known', () => {
    expect(found([]).get('devices.missing')).toMatchObject({ value: null, missing: 'no-baseline' });
    const baseline: Baseline = {
      schema: 1,
      at: 1,
      by: 'Ann',
      devices: [{ metric: 'camera.present', instance: 'usb:gone', name: 'C920' }],
      values: [{ metric: 'network.linkSpeed', value: 1_000, spread: 0, readings: 3 }],
    };
    const gone = state('camera.present', 0, { instance: 'usb:gone', gone: 'C920' });
    expect(found([...STATES, gone], baseline).get('devices.missing')?.value).toBe(1);
    expect(stationBaseline(baseline)).toEqual({ 'network.linkSpeed': 1_000 });
    expect(stationBaseline(null)).toEqual({});
  });

  it('counts devices at the time of the reading that was made first', () => {
    const baseline: Baseline = { schema: 1, at: 1, by: 'Ann', devices: [], values: [] };
    const missing = (...states: Parameters<typeof found>[0][number][]) =>
      found(states, baseline).get('devices.missing');
    const cameras = state('camera.present', 1, { at: NOW - 9_000 });
    expect(missing()?.at).toBe(NOW);
    expect(missing(cameras, state('network.link', 1, { at: NOW - 100 }))?.at).toBe(NOW - 9_000);
    const newer = state('camera.present', 1, { instance: 'usb:a', at: NOW - 50 });
    expect(missing(cameras, newer, state('network.link', 1, { at: NOW - 100 }))?.at).toBe(NOW - 100);
    const gone = state('network.link', 0, { instance: 'eth9', gone: 'eth9', at: NOW - 99_000 });
    expect(missing(newer, gone)?.at).toBe(NOW - 50);
  });

  it('knows the readings behind each of its measures', () => {
    const measures = [...found([]).keys()];
    expect(measures.filter((one) => readingsBehind(one).length === 0)).toEqual([]);
    expect(readingsBehind('network.upload')).toEqual([]);
    expect(readingsBehind('devices.missing')).toContain('camera.present');
  });
});
