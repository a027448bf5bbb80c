import { describe, expect, it } from 'vitest';
import { ITEM_IDS, type ItemId } from '../../../../src/shared/precheck/items.js';
import type { MeasureId } from '../../../../src/shared/precheck/measures.js';
import { judgeItems } from '../../../../src/shared/precheck/verdict/judge-item.js';
import { precheckResult } from '../../../../src/shared/precheck/verdict/result.js';
import type { Evidence } from '../../../../src/shared/precheck/verdict/types.js';
import { CONFIRMED, confirmedBut, DAY, evidence, NOW, shippedSection } from '../evidence.js';

const section = shippedSection();
const judge = (given: Evidence) => judgeItems(section, given, NOW);
/** Items that are not passed, with their verdict and the code that decides it. */
const not = (given: Evidence) =>
  judge(given)
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ item, verdict, reasons }) => `${item} ${verdict} ${reasons[0]?.code}`);

describe('a healthy station', () => {
  it('passes in every item, and goes on air', () => {
    const judgements = judge(evidence());
    expect(judgements.map(({ item }) => item)).toEqual(ITEM_IDS);
    expect(not(evidence())).toEqual([]);
    expect(judgements.filter(({ confidence }) => confidence !== 'high')).toEqual([]);
    expect(precheckResult(judgements, [])).toBe('go');
  });
});

describe('each single defect turns exactly its item', () => {
  it.each([
    [{ 'power.ac': 0 }, 'P2.a warn cables.battery'],
    [{ 'power.ac': 0, 'power.battery': 15 }, 'P2.a fail cables.battery-low'],
    [{ 'devices.missing': 1 }, 'P2.a fail cables.missing'],
    [{ 'phone.present': 0 }, 'P2.a warn cables.phone'],
    [{ 'power.voltageDrift': 1 }, 'P2.a warn cables.voltage'],
    [{ 'network.link': 0 }, 'P2.b.link fail network.down'],
    [{ 'network.loss': 2 }, 'P2.b.loss warn network.lossy'],
    [{ 'network.loss': 8 }, 'P2.b.loss fail network.lossy'],
    [{ 'network.latency': 180 }, 'P2.b.latency warn network.late'],
    [{ 'network.latency': 600 }, 'P2.b.latency fail network.late'],
    [{ 'network.jitter': 50 }, 'P2.b.latency warn network.unsteady'],
    [{ 'network.signal': -71 }, 'P2.b.signal warn network.weak'],
    [{ 'network.signal': -82 }, 'P2.b.signal fail network.weak'],
    [{ 'network.upload': 3_000 }, 'P2.b.upload fail network.upload-low'],
    [{ 'network.upload': 5_000 }, 'P2.b.upload warn network.upload-tight'],
    [{ 'network.loadedLatency': 120 }, 'P2.b.upload warn network.late-under-load'],
    [{ 'camera.width': 1_280, 'camera.height': 720 }, 'P2.c.camera warn camera.small'],
    [{ 'camera.width': 320, 'camera.height': 240 }, 'P2.c.camera fail camera.small'],
    [{ 'camera.fps': 26 }, 'P2.c.camera warn camera.slow'],
    [{ 'camera.fps': 15 }, 'P2.c.camera fail camera.slow'],
    [{ 'camera.black': 100, 'camera.luma': 0, 'camera.motion': 0 }, 'P2.c.camera fail camera.black'],
    [
      { 'camera.frozenFor': 9_000, 'camera.frozen': 100, 'camera.motion': 0 },
      'P2.c.camera fail camera.frozen',
    ],
    [{ 'camera.motion': 1 }, 'P2.c.camera warn camera.unmoved'],
    [{ 'camera.luma': 28 }, 'P2.c.camera fail camera.dark'],
    [{ 'camera.luma': 52 }, 'P2.c.camera warn camera.dark'],
    [{ 'camera.luma': 235, 'camera.overexposed': 60, 'camera.glare': 55 }, 'P2.c.camera fail camera.bright'],
    [{ 'camera.overexposed': 12 }, 'P2.c.camera warn camera.overexposed'],
    [{ 'camera.sharpness': 40 }, 'P2.c.camera warn camera.blurred'],
    [{ 'camera.colourCast': 70 }, 'P2.c.camera warn camera.cast'],
    [{ 'camera.latency': 400 }, 'P2.c.camera warn camera.late'],
    [{ 'camera.glare': 4 }, 'P3.b warn camera.glare'],
    [{ 'microphone.muted': 1 }, 'P2.c.microphone fail microphone.muted'],
    [
      {
        'microphone.silent': 5,
        'microphone.peak': -120,
        'microphone.speech': -120,
        'microphone.floor': -120,
        'microphone.snr': 0,
      },
      'P2.c.microphone fail microphone.silent',
    ],
    [{ 'microphone.speech': -65, 'microphone.snr': 3 }, 'P2.c.microphone fail microphone.unheard'],
    [{ 'microphone.speech': -45 }, 'P2.c.microphone warn microphone.quiet'],
    [{ 'microphone.peak': -3 }, 'P2.c.microphone warn microphone.loud'],
    [{ 'microphone.clipped': 30, 'microphone.peak': 0 }, 'P2.c.microphone fail microphone.clipped'],
    [{ 'microphone.floor': -52 }, 'P2.c.microphone warn microphone.noisy'],
    [{ 'microphone.floor': -40 }, 'P2.c.microphone fail microphone.noisy'],
    [{ 'microphone.snr': 12 }, 'P2.c.microphone fail microphone.snr'],
    [{ 'microphone.hum': 25 }, 'P2.c.microphone warn microphone.hum'],
    [{ 'microphone.lufs': -31 }, 'P2.c.microphone warn microphone.too-quiet'],
    [{ 'microphone.lufs': -9 }, 'P2.c.microphone warn microphone.too-loud'],
    [{ 'microphone.imbalance': 60 }, 'P2.c.microphone warn microphone.dead-channel'],
    [{ 'headphones.right': 0 }, 'P2.c.headphones fail headphones.right'],
    [{ 'system.updates': 3 }, 'P2.d warn updates.pending'],
    [{ 'system.restartPending': 1 }, 'P2.d warn updates.restart'],
    [{ 'antivirus.enabled': 0 }, 'P2.e fail antivirus.off'],
    [{ 'antivirus.definitionAge': 5 }, 'P2.e warn antivirus.definitions'],
    [{ 'antivirus.scanAge': 60 }, 'P2.e warn antivirus.scan'],
  ] as [Partial<Record<MeasureId, number>>, string][])('%o', (changes, expected) => {
    expect(not(evidence(changes))).toEqual([expected]);
  });

  it('against what is usual at this station', () => {
    const baseline = { 'camera.sharpness': 2_000, 'microphone.floor': -80, 'network.linkSpeed': 1_000 };
    const given = evidence({ 'network.linkSpeed': 100 }, { baseline });
    expect(not(given)).toEqual([
      'P2.a warn cables.link-speed',
      'P2.c.camera warn camera.less-sharp',
      'P2.c.microphone warn microphone.noisier',
    ]);
  });
});

describe('what people say', () => {
  it.each(CONFIRMED.map(({ item }) => item))('%s waits for its answer, and fails by a no', (item: ItemId) => {
    expect(not(evidence({}, { confirmations: CONFIRMED.filter((one) => one.item !== item) }))).toEqual([
      `${item} pending not-confirmed`,
    ]);
    expect(not(evidence({}, { confirmations: confirmedBut(item, { answer: 'no' }) }))).toEqual([
      `${item} fail denied`,
    ]);
  });

  it('the last answer counts', () => {
    const twice = [...confirmedBut('P1.a', { answer: 'no' }), ...CONFIRMED];
    expect(not(evidence({}, { confirmations: twice }))).toEqual([]);
  });

  it('an inspection is asked for, and overdue after its interval', () => {
    const at = (inspectedAt: number) =>
      evidence({}, { confirmations: confirmedBut('P1.e', { inspectedAt }) });
    expect(not(at(NOW - 90 * DAY))).toEqual([]);
    expect(not(at(NOW - 91 * DAY))).toEqual(['P1.e warn inspection-overdue']);
    const { inspectedAt: _, ...without } = CONFIRMED.find(({ item }) => item === 'P3.e') ?? {
      inspectedAt: 0,
    };
    const confirmations = CONFIRMED.map((one) =>
      one.item === 'P3.e' ? { ...one, inspectedAt: undefined, ...without } : one,
    );
    expect(not(evidence({}, { confirmations: confirmations as typeof CONFIRMED }))).toEqual([
      'P3.e pending inspection-unknown',
    ]);
  });
});

describe('what could not be had', () => {
  const without = (item: ItemId, code: 'device-busy' | 'no-device' | 'permission-denied' | 'device-lost') => {
    const prefix = item === 'P2.c.camera' ? 'camera.' : 'microphone.';
    const given = evidence();
    return {
      ...given,
      measurements: given.measurements.filter(({ measure }) => !measure.startsWith(prefix)),
      problems: [{ item, code, at: NOW, device: 'C920', program: 'obs64' }],
    };
  };

  it.each(['P2.c.camera', 'P2.c.microphone'] as const)('%s: the culprit and what it means', (item) => {
    expect(not(without(item, 'device-busy'))).toEqual([`${item} unknown device-busy`]);
    expect(not(without(item, 'permission-denied'))).toEqual([`${item} unknown permission-denied`]);
    expect(not(without(item, 'no-device'))).toEqual([`${item} fail no-device`]);
    expect(not(without(item, 'device-lost'))).toEqual([`${item} fail device-lost`]);
    const found = judge(without(item, 'device-busy')).find((one) => one.item === item);
    expect(found?.reasons[0]).toMatchObject({ device: 'C920', program: 'obs64' });
  });

  it('a required measure that was not taken is pending, one that has no value unknown; never pass', () => {
    expect(not(evidence({ 'network.upload': undefined }))).toEqual(['P2.b.upload pending not-measured']);
    const given = evidence({ 'network.upload': undefined });
    const nobody = {
      measure: 'network.upload',
      value: null,
      missing: 'no-host',
      at: NOW,
      attempt: 1,
    } as const;
    expect(not({ ...given, measurements: [...given.measurements, nobody] })).toEqual([
      'P2.b.upload unknown no-host',
    ]);
  });

  it('an optional one decides nothing', () => {
    expect(not(evidence({ 'camera.latency': undefined, 'microphone.hum': undefined }))).toEqual([]);
  });

  it('a wired network has no signal, which is fine', () => {
    const given = evidence({ 'network.signal': undefined });
    const wired = {
      measure: 'network.signal',
      value: null,
      missing: 'not-present',
      at: NOW,
      attempt: 1,
    } as const;
    const judged = judge({ ...given, measurements: [...given.measurements, wired] });
    expect(judged.find(({ item }) => item === 'P2.b.signal')).toMatchObject({
      verdict: 'pass',
      reasons: [{ code: 'wired' }],
    });
  });

  it('without a section nothing measured is judged, and without targets no size', () => {
    const judged = judgeItems(undefined, evidence(), NOW);
    expect(judged.find(({ item }) => item === 'P2.c.camera')).toMatchObject({
      verdict: 'unknown',
      reasons: [{ code: 'no-threshold' }],
    });
    expect(not(evidence({}, { targets: {} }))).toEqual([
      'P2.b.upload unknown no-target',
      'P2.c.camera unknown no-target',
    ]);
  });
});
