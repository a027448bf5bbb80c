import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type JudgeContext } from '../../../src/shared/health/evaluate.js';
import type { Judgement } from '../../../src/shared/health/judgement.js';
import type { MetricId } from '../../../src/shared/metrics/dictionary.js';
import { shippedIndex } from '../../support/profile.js';

const index = shippedIndex();
const context = (more: Partial<JudgeContext> = {}): JudgeContext => ({
  onAir: false,
  hasBaseline: true,
  latest: () => null,
  growth: 0,
  evidence: undefined,
  ...more,
});
const judge = (metric: MetricId, value: unknown, more: Partial<JudgeContext> = {}) => {
  const resolved = index.ruleFor(metric);
  if (!resolved) throw new Error(`no rule for ${metric}`);
  return evaluate(resolved.rule, value, resolved.margin, context(more));
};
const SEVERITY: Record<Judgement, number> = { unknown: -1, ok: 0, advisory: 1, warning: 2, fault: 3 };

describe('evaluate on the shipped profile', () => {
  it.each<[MetricId, number, Judgement]>([
    ['cpu.temperature', 49.999, 'advisory'],
    ['cpu.temperature', 50, 'ok'],
    ['cpu.temperature', 70, 'ok'],
    ['cpu.temperature', 70.001, 'warning'],
    ['cpu.temperature', 84.999, 'warning'],
    ['cpu.temperature', 85, 'fault'],
    ['memory.usage', 19.999, 'advisory'],
    ['memory.usage', 20, 'ok'],
    ['memory.usage', 80, 'ok'],
    ['memory.usage', 80.001, 'warning'],
    ['memory.usage', 92, 'fault'],
    ['network.loss', 0, 'ok'],
    ['network.loss', 0.5, 'advisory'],
    ['network.loss', 1, 'warning'],
    ['network.loss', 3, 'fault'],
    ['network.link', 0, 'fault'],
    ['network.link', 1, 'ok'],
    ['power.ac', 0, 'warning'],
    ['power.battery', 19, 'fault'],
    ['disk.smart', 0, 'fault'],
    ['camera.present', 0, 'fault'],
    ['system.crash', 1, 'advisory'],
    ['system.crash', 2, 'fault'],
  ])('%s %d is %s', (metric, value, expected) => {
    expect(judge(metric, value).judgement).toBe(expected);
  });

  it('an absent camera or microphone is only a warning before a baseline was taken', () => {
    expect(judge('camera.present', 0, { hasBaseline: false }).judgement).toBe('warning');
    expect(judge('microphone.present', 0, { hasBaseline: false }).judgement).toBe('warning');
  });

  it('loss needs three lost probes where they are counted', () => {
    expect(judge('network.loss', 5, { evidence: 2 }).judgement).toBe('advisory');
    expect(judge('network.loss', 5, { evidence: 3 }).judgement).toBe('fault');
    expect(judge('network.loss', 5, { evidence: undefined }).judgement).toBe('fault');
  });

  it('a stopped fan is a fault only while the processor is known to be hot', () => {
    expect(judge('fan.speed', 0).judgement).toBe('ok');
    expect(judge('fan.speed', 0, { latest: () => 70 }).judgement).toBe('ok');
    expect(judge('fan.speed', 0, { latest: () => 71 }).judgement).toBe('fault');
  });

  it('a low battery is no fault while mains is known to be there', () => {
    expect(judge('power.battery', 5, { latest: () => 1 }).judgement).toBe('ok');
    expect(judge('power.battery', 5, { latest: () => 0 }).judgement).toBe('fault');
  });

  it('muted and on battery are faults on air', () => {
    expect(judge('microphone.muted', 1).judgement).toBe('ok');
    expect(judge('microphone.muted', 1, { onAir: true }).judgement).toBe('fault');
    expect(judge('power.ac', 0, { onAir: true }).judgement).toBe('fault');
  });

  it('error counters are judged by growth, not by what happened before we looked', () => {
    expect(judge('disk.errors', 900).judgement).toBe('ok');
    expect(judge('disk.errors', 901, { growth: 1 }).judgement).toBe('fault');
  });

  it('refuses everything that is not a finite number', () => {
    for (const value of [Number.NaN, Infinity, -Infinity, '62', null, undefined, {}, [62], true])
      expect(judge('cpu.temperature', value)).toEqual({ judgement: 'unknown', heldLevel: 0 });
  });
});

describe('properties', () => {
  const judgedMetrics = index.profile.clauses.flatMap((clause) => clause.metrics.map((rule) => rule.metric));
  const metric = fc.constantFrom(...judgedMetrics);

  it('unknown never becomes ok: only finite numbers get a judgement', () => {
    fc.assert(
      fc.property(metric, fc.anything(), (id, value) => {
        const finite = typeof value === 'number' && Number.isFinite(value);
        expect(judge(id, value).judgement === 'unknown').toBe(!finite);
      }),
    );
  });

  it('is monotone on each side of the normal range', () => {
    const value = fc.double({ min: -1e3, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(metric, value, value, (id, a, b) => {
        const rule = index.ruleFor(id)?.rule;
        const side = (upper: boolean) =>
          rule?.limits.filter((limit) => limit.when.startsWith('>') === upper) ?? [];
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const rank = (value: number) => SEVERITY[judge(id, value).judgement];
        if (side(false).length === 0) expect(rank(far)).toBeGreaterThanOrEqual(rank(near));
        if (side(true).length === 0) expect(rank(near)).toBeGreaterThanOrEqual(rank(far));
      }),
    );
  });

  it('the held level is never below the level of the judgement', () => {
    fc.assert(
      fc.property(
        metric,
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.boolean(),
        (id, value, onAir) => {
          const { judgement, heldLevel } = judge(id, value, { onAir });
          expect(heldLevel).toBeGreaterThanOrEqual(Math.max(0, SEVERITY[judgement] - 1));
        },
      ),
    );
  });
});

describe('limits that go by the baseline', () => {
  const usual = { value: 1_000, spread: 10 };
  const amount = fc.double({ noNaN: true, min: 0, max: 30_000 });

  it('judge nothing where the baseline has no value', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('fan.speed', 'disk.latency', 'network.linkSpeed'),
        (value, metric) => {
          expect(judge(metric as MetricId, value).judgement).toBe('ok');
        },
      ),
    );
  });

  it('a fan is too loud above one and a half times the usual, but never for a few turns', () => {
    fc.assert(
      fc.property(amount, amount, (value, often) => {
        const loud = value > Math.max(often * 1.5, often + 500);
        const { judgement, limit } = judge('fan.speed', value, { usual: { value: often, spread: 0 } });
        expect(judgement).toBe(loud ? 'warning' : 'ok');
        expect(limit?.usual).toBe(loud ? often : undefined);
      }),
    );
  });

  it('a wired link is too slow below the usual; that of a radio is not judged', () => {
    expect(judge('network.linkSpeed', 100, { usual }).judgement).toBe('warning');
    expect(judge('network.linkSpeed', 1_000, { usual })).toEqual({ judgement: 'ok', heldLevel: 0 });
    const radio = { usual, latest: (metric: MetricId) => (metric === 'network.signal' ? -60 : null) };
    expect(judge('network.linkSpeed', 100, radio).judgement).toBe('ok');
  });

  it('a voltage is unsteady when it swings more than it did, whatever its value is', () => {
    fc.assert(
      fc.property(amount, fc.double({ noNaN: true, min: 0, max: 5 }), (value, spread) => {
        const expected = spread > Math.max(3 * (0.5 / 3), 0.5 / 3 + 0.2) ? 'warning' : 'ok';
        const context = { usual: { value: 12, spread: 0.5 / 3 }, spread };
        expect(judge('power.voltage', value, context).judgement).toBe(expected);
        expect(judge('power.voltage', value, { ...context, spread: undefined }).judgement).toBe('ok');
      }),
    );
  });

  it('a device that is gone is judged by nothing else, and one that is there not by that', () => {
    expect(judge('disk.busy', 0, { gone: true }).limit).toMatchObject({ of: 'presence', severity: 'fault' });
    expect(judge('power.battery', 0, { gone: true }).limit).toMatchObject({ of: 'presence' });
    expect(judge('disk.busy', 0).judgement).toBe('ok');
  });
});
