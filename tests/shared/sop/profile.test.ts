import { describe, expect, it } from 'vitest';
import { METRIC_IDS, METRICS, type MetricSpec } from '../../../src/shared/metrics/dictionary.js';
import { parseProfile } from '../../../src/shared/sop/parse.js';
import { shippedIndex, shippedProfile, shippedProfileJson } from '../../support/profile.js';

/** The clause ids of the operating procedure; stable, others rely on them. */
const CLAUSES =
  'G1 G2 G3 G4 G5 P1.a P1.b P1.c P1.d P1.e P2.a P2.b P2.c P2.d P2.e P3.a P3.b P3.c P3.d P3.e P3.f P4 ' +
  'S1.a S1.b S1.c S1.d S1.e S1.f S1.g S2.a S2.b S2.c S3.a S3.b S3.c S3.d S3.e ' +
  'R1.a R1.b R1.c R1.d R1.e R1.f R1.g F1.a F1.b';

describe('the shipped profile', () => {
  const profile = shippedProfile();

  it('has every clause of the procedure', () => {
    expect(profile.clauses.map((clause) => clause.id)).toEqual(expect.arrayContaining(CLAUSES.split(' ')));
  });

  it('judges every metric of the dictionary', () => {
    const index = shippedIndex();
    expect(METRIC_IDS.filter((metric) => index.ruleFor(metric) === undefined)).toEqual([]);
  });

  it('requires exactly what the procedure names outright', () => {
    expect([...shippedIndex().required].sort()).toEqual(
      [
        'cpu.temperature',
        'memory.usage',
        'network.link',
        'network.loss',
        'power.ac',
        'camera.present',
        'microphone.present',
      ].sort(),
    );
  });

  it('keeps the ranges of the procedure literally', () => {
    const index = shippedIndex();
    expect(index.ruleFor('cpu.temperature')?.range).toEqual({ low: 50, high: 70 });
    expect(index.ruleFor('memory.usage')?.range).toEqual({ low: 20, high: 80 });
  });

  it('marks our completion of the fault list as inferred', () => {
    const inferred = profile.clauses
      .filter((clause) => clause.origin === 'inferred')
      .map((clause) => clause.id);
    expect(inferred).toEqual(['F1.c', 'F1.d', 'F1.e', 'F1.f', 'F1.g']);
  });
});

describe('parseProfile', () => {
  const broken = (change: (profile: ReturnType<typeof shippedProfile>) => void) => {
    const copy = structuredClone(shippedProfileJson()) as ReturnType<typeof shippedProfile>;
    change(copy);
    return parseProfile(copy);
  };
  const find = (profile: ReturnType<typeof shippedProfile>, id: string) => {
    const clause = profile.clauses.find((one) => one.id === id);
    if (!clause) throw new Error(id);
    return clause;
  };

  it('names the path of what is wrong', () => {
    const result = broken((profile) => Object.assign(profile.clauses[3] ?? {}, { kind: 'robot' }));
    expect(result).toMatchObject({ ok: false, problem: { path: 'clauses.3.kind' } });
  });

  it.each<[string, Parameters<typeof broken>[0], RegExp]>([
    ['a clause twice', (p) => p.clauses.push(structuredClone(find(p, 'G1'))), /twice/],
    [
      'an upside-down range',
      (p) =>
        Object.assign(find(p, 'R1.a').metrics[0] ?? {}, { range: { low: 70, high: 50, origin: 'ours' } }),
      /above/,
    ],
    [
      'a fault inside the warning',
      (p) => Object.assign(find(p, 'R1.a').metrics[0]?.limits[0] ?? {}, { value: 60 }),
      /inside/,
    ],
    ['a margin on yes/no', (p) => Object.assign(find(p, 'R1.d').metrics[1] ?? {}, { margin: 1 }), /margin/],
    [
      'a metric judged twice',
      (p) => find(p, 'R1.b').metrics.push(structuredClone(find(p, 'R1.c').metrics[0]) as never),
      /judged twice/,
    ],
    [
      'showing what nobody judges',
      (p) => {
        find(p, 'R1.b').metrics.length = 0;
      },
      /judges/,
    ],
  ])('refuses %s', (_name, change, message) => {
    const result = broken(change);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem.message).toMatch(message);
  });

  it.each([null, undefined, 7, 'x', [], {}, { schema: 2 }])('refuses %j', (input) => {
    expect(parseProfile(input).ok).toBe(false);
  });
});

it('every incident of the shipped procedure can close: a possible value lies past the margin', () => {
  const index = shippedIndex();
  for (const { metrics } of index.profile.clauses)
    for (const { metric, instance, limits } of metrics) {
      const margin = index.ruleFor(metric, instance)?.margin ?? Number.NaN;
      const { min = -Infinity, max = Infinity } = METRICS[metric] as MetricSpec;
      for (const { when, value, of, severity } of limits) {
        if (of !== 'value' || severity === 'advisory') continue;
        const isUpper = when.startsWith('>');
        expect(isUpper ? value - margin : value + margin, `${metric} ${when} ${value}`).toSatisfy(
          (edge: number) => (isUpper ? edge >= min : edge <= max),
        );
      }
    }
});
