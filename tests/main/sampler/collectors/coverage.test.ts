import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/main/i18n.js';
import { createCollectors } from '../../../../src/main/sampler/collectors/index.js';
import { collectorName } from '../../../../src/shared/diagnostics/collectors.js';
import { LANGUAGES } from '../../../../src/shared/i18n/index.js';
import { COVERAGE, SYSTEMS, type System } from '../../../../src/shared/metrics/coverage.js';
import { METRIC_IDS, type MetricId } from '../../../../src/shared/metrics/dictionary.js';

function collectorsOf(system: System) {
  const collectors = createCollectors({
    platform: system,
    root: '/nowhere',
    home: '/home/user',
    probeTarget: () => null,
  });
  for (const collector of collectors) collector.dispose?.();
  return collectors;
}

/** Metrics that some collector of a system answers for. */
const measured = (system: System): MetricId[] =>
  collectorsOf(system)
    .filter(({ id }) => id !== 'unsupported')
    .flatMap(({ metrics }) => metrics);

const ids = (system: System): string[] => collectorsOf(system).map(({ id }) => id);

describe.each(SYSTEMS)('%s', (system) => {
  const own = measured(system);
  const coverage = (metric: MetricId) => COVERAGE[metric][system].can;

  it('has a collector for everything that must or may be measured', () => {
    const wanted = METRIC_IDS.filter((metric) => coverage(metric) !== 'cannot');
    expect(wanted.filter((metric) => !own.includes(metric))).toEqual([]);
  });

  it('has none for what cannot be measured', () => {
    expect(own.filter((metric) => coverage(metric) === 'cannot')).toEqual([]);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('every collector of every system has a name', () => {
    const t = createTranslator(language);
    const unnamed = SYSTEMS.flatMap((system) => ids(system)).filter((id) => collectorName(id, t) === id);
    expect(unnamed).toEqual([]);
  });
});
