import { describe, expect, it } from 'vitest';
import { checklist } from '../../../src/shared/health/checklist.js';
import { PARTS, partStates } from '../../../src/shared/health/parts.js';
import { METRIC_IDS, type MetricId } from '../../../src/shared/metrics/dictionary.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading, shippedProfile, station } from '../../support/profile.js';

const profile = shippedProfile();
const states = (...readings: Reading[]) => {
  const one = station();
  for (const r of readings) one.ingest(r);
  one.commit(1);
  return one.metricStates();
};
const part = (name: (typeof PARTS)[number], ...readings: Reading[]) => {
  const found = partStates(profile, states(...readings), 1).find((one) => one.part === name);
  if (!found) throw new Error(name);
  return found;
};
const r = (metric: MetricId, value: number | null, more = {}) => reading(metric, value, 1, more);

describe('partStates', () => {
  it('has a card for every part, with the hooks that outsiders rely on', () => {
    expect(partStates(profile, [], 1).map((one) => [one.clause, one.judgement])).toEqual([
      ['R1.a', 'unknown'],
      ['R1.c', 'unknown'],
      ['R1.b', 'unknown'],
      ['R1.d', 'unknown'],
      ['R1.e', 'unknown'],
      ['R1.f', 'unknown'],
      ['R1.g', 'unknown'],
      ['F1', 'unknown'],
    ]);
    expect(PARTS).toHaveLength(8);
  });

  it('an unreadable required or leading metric makes the card unknown, an optional one does not', () => {
    expect(part('computer', r('cpu.temperature', null), r('cpu.load', 3)).judgement).toBe('unknown');
    expect(part('computer', r('cpu.temperature', 60), r('fan.speed', null)).judgement).toBe('ok');
  });

  it('what is known to be wrong outranks what is unknown', () => {
    expect(part('network', r('network.loss', null), r('network.link', 0)).judgement).toBe('fault');
  });

  it('the package speaks for its cores', () => {
    const card = part('computer', r('cpu.temperature', 60), r('cpu.temperature', 86, { instance: 'core0' }));
    expect(card.judgement).toBe('ok');
    expect(card.metrics).toHaveLength(2);
  });

  it('an uncorrected memory error is a fault by the rule of its instance', () => {
    const card = part('memory', r('memory.usage', 50), r('memory.errors', 1, { instance: 'uncorrected' }));
    expect(card.judgement).toBe('fault');
  });
});

describe('checklist', () => {
  it('names every metric of the dictionary even when nothing was measured', () => {
    const items = checklist(profile, [], 5);
    expect(new Set(items.map(({ state }) => state.metric))).toEqual(new Set(METRIC_IDS));
    for (const { state } of items)
      expect(state).toMatchObject({ value: null, judgement: 'unknown', missing: 'unsupported' });
  });
});
