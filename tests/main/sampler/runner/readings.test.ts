import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sample } from '../../../../src/main/sampler/collector.js';
import { stamp } from '../../../../src/main/sampler/runner/readings.js';
import { ADVICE_CODES } from '../../../../src/shared/metrics/advice.js';
import { METRIC_IDS } from '../../../../src/shared/metrics/dictionary.js';
import { MISSING_CODES, parseReading } from '../../../../src/shared/metrics/reading.js';

it('makes a valid reading of every sample, whatever the outside world wrote into it', () => {
  const text = fc.string({ maxLength: 400 });
  const head = { metric: fc.constantFrom(...METRIC_IDS), source: text };
  const sample = fc.oneof(
    fc.record({ ...head, value: fc.double() }, { requiredKeys: ['metric', 'source', 'value'] }),
    fc.record(
      {
        ...head,
        instance: text,
        note: text,
        missing: fc.constantFrom(...MISSING_CODES),
        advice: fc.constantFrom(...ADVICE_CODES),
      },
      { requiredKeys: ['metric', 'source', 'missing'] },
    ),
  );
  fc.assert(
    fc.property(sample, (each) => {
      const reading = stamp(each as Sample, 1_700_000_000_000);
      expect(parseReading(reading)).toEqual(reading);
    }),
  );
});
