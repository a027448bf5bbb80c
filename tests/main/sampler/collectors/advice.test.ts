import { describe, expect, it } from 'vitest';
import { checkJson } from '../../../../src/main/cli/report.js';
import { createTranslator } from '../../../../src/main/i18n.js';
import { createCollectors } from '../../../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../../../src/main/sampler/runner.js';
import { checklist } from '../../../../src/shared/health/checklist.js';
import { missingReason, type Speech } from '../../../../src/shared/health/messages.js';
import { Station } from '../../../../src/shared/health/station.js';
import { LANGUAGES } from '../../../../src/shared/i18n/index.js';
import { COVERAGE, SYSTEMS, type System } from '../../../../src/shared/metrics/coverage.js';
import { METRIC_IDS } from '../../../../src/shared/metrics/dictionary.js';
import type { MissingCode, Reading } from '../../../../src/shared/metrics/reading.js';
import { shippedIndex, shippedProfile } from '../../../support/profile.js';
import { Tree } from './fixture.js';

/** Readings of a machine on which nothing answers: no files, no programs, no library. */
async function barren(platform: System): Promise<Reading[]> {
  const { root } = new Tree();
  const collectors = createCollectors({
    platform,
    root,
    home: root,
    probeTarget: () => null,
    probing: 'burst',
    run: async () => ({ kind: 'absent' }),
    loadSi: () => Promise.reject(new Error('not here')),
  });
  const runner = createRunner({ collectors });
  const readings = await runner.runOnce();
  runner.stop();
  return readings;
}

interface CheckRow {
  readonly metric: string;
  readonly value: number | null;
  readonly missing?: MissingCode;
  readonly message: string;
}

/** What `check --json` says of these readings. */
function rowsOf(readings: readonly Reading[], speech: Speech): CheckRow[] {
  const station = new Station({ index: shippedIndex(), expectAll: true });
  for (const reading of readings) station.ingest(reading);
  const at = readings[0]?.at ?? 0;
  station.commit(at);
  const states = station.metricStates();
  const items = checklist(shippedProfile(), states, at);
  const json = checkJson({ items, verdict: 'unknown', at, baseline: null, states }, '0', speech);
  return (json as { checks: CheckRow[] }).checks;
}

describe.each(SYSTEMS)('check --json on %s where nothing can be read', async (system) => {
  const readings = await barren(system);

  it.each(LANGUAGES)('lists every metric, each with a value or with what to do, in %s', (language) => {
    const speech: Speech = { t: createTranslator(language), language };
    const rows = rowsOf(readings, speech);
    expect([...new Set(rows.map(({ metric }) => metric))].sort()).toEqual([...METRIC_IDS].sort());
    const missing = rows.filter(({ value }) => value === null);
    // A camera, a microphone, mains and our own memory can be told even here.
    expect(missing.length).toBeGreaterThan(METRIC_IDS.length / 2);
    for (const { metric, missing: reason = 'failed', message } of missing) {
      const why = missingReason(metric as (typeof METRIC_IDS)[number], reason, speech);
      const [, advice = ''] = message.split(why);
      expect(advice.replace(/^[\s.。，,;；:：]+/, '').length, `${metric}: ${message}`).toBeGreaterThan(3);
    }
  });

  it('says of what cannot be measured what the matrix advises', () => {
    for (const metric of METRIC_IDS) {
      const coverage = COVERAGE[metric][system];
      if (coverage.can !== 'cannot') continue;
      const reading = readings.find((one) => one.metric === metric);
      expect(reading, metric).toMatchObject({ value: null, missing: 'unsupported', advice: coverage.advice });
      expect(coverage.why.length, metric).toBeGreaterThan(10);
    }
  });
});
