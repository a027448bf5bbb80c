import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../../src/main/sampler/collector.js';
import { antivirusSamples } from '../../../../../src/main/sampler/collectors/windows/antivirus.js';
import { parsePower } from '../../../../../src/main/sampler/collectors/windows/batteries.js';
import { captureUseSample } from '../../../../../src/main/sampler/collectors/windows/capture-use.js';
import {
  cameraSamples,
  microphoneSamples,
  mutedSample,
} from '../../../../../src/main/sampler/collectors/windows/devices.js';
import {
  parseDiskCounters,
  workBetween,
} from '../../../../../src/main/sampler/collectors/windows/disk-counters.js';
import { hangSample } from '../../../../../src/main/sampler/collectors/windows/history.js';
import {
  cpuSamples,
  fanSamples,
  parseSensors,
  railSamples,
} from '../../../../../src/main/sampler/collectors/windows/lhm/sensors.js';
import { memorySamples } from '../../../../../src/main/sampler/collectors/windows/memory-errors.js';
import { parseNetwork } from '../../../../../src/main/sampler/collectors/windows/network-answer.js';
import { swapSample } from '../../../../../src/main/sampler/collectors/windows/page-file.js';
import { isFields, partOf } from '../../../../../src/main/sampler/collectors/windows/part.js';
import { acSample, powerSamples } from '../../../../../src/main/sampler/collectors/windows/power.js';
import { parseHostLine } from '../../../../../src/main/sampler/collectors/windows/powershell/message.js';
import { restartSample } from '../../../../../src/main/sampler/collectors/windows/restart.js';
import { healthSamples } from '../../../../../src/main/sampler/collectors/windows/smart.js';
import { updateSample } from '../../../../../src/main/sampler/collectors/windows/updates.js';
import { signalSample } from '../../../../../src/main/sampler/collectors/windows/wifi.js';
import { METRICS } from '../../../../../src/shared/metrics/dictionary.js';
import { fixture, fixtureText, partValue } from './fixture.js';

type Answer = Record<string, unknown>;

/** Every parser, from a whole answer of its request to samples. */
const PARSERS: Record<
  string,
  { readonly file: string; readonly read: (answer: Answer) => readonly Sample[] }
> = {
  power: {
    file: 'en/fast.json',
    read(answer) {
      const part = partOf(answer, 'power');
      const power = part.kind === 'value' ? parsePower(part.value) : null;
      return power === null ? [] : [acSample(power), ...powerSamples(power)];
    },
  },
  disks: {
    file: 'en/fast.json',
    read(answer) {
      const part = partOf(answer, 'disks');
      const rows = part.kind === 'value' ? (parseDiskCounters(part.value) ?? []) : [];
      const [base] = parseDiskCounters(partValue(fixture('en/fast.json'), 'disks')) ?? [];
      return rows.flatMap((row): Sample[] => {
        const work = workBetween(base, row);
        return work === null ? [] : [{ metric: 'disk.busy', source: '', value: work.busyPercent }];
      });
    },
  },
  network: {
    file: 'en/fast.json',
    read(answer) {
      const part = partOf(answer, 'network');
      const adapters = part.kind === 'value' ? (parseNetwork(part.value)?.adapters ?? []) : [];
      return adapters.flatMap(({ speed }): Sample[] =>
        speed === null ? [] : [{ metric: 'network.linkSpeed', source: '', value: speed }],
      );
    },
  },
  devices: {
    file: 'en/devices.json',
    read: (answer) => [...cameraSamples(answer), ...microphoneSamples(answer), mutedSample(answer)],
  },
  usage: {
    file: 'en/devices.json',
    read: (answer) =>
      isFields(answer.usage) ? [captureUseSample('camera.inUse', answer.usage, 'webcam')] : [],
  },
  history: {
    file: 'en/events.json',
    read: (answer) => (isFields(answer.application) ? [hangSample(answer.application)] : []),
  },
  memory: { file: 'en/events.json', read: memorySamples },
  antivirus: { file: 'en/security.json', read: antivirusSamples },
  smart: {
    file: 'en/smart.json',
    read: (answer) => (isFields(answer.health) ? healthSamples(answer.health, false) : []),
  },
  system: {
    file: 'en/system.json',
    read: (answer) => [
      ...Object.values(answer).flatMap((part) =>
        isFields(part) ? [swapSample(part), restartSample(part)] : [],
      ),
    ],
  },
  'updates and Wi-Fi': {
    file: 'en/system.json',
    read: (answer) => [updateSample(answer, 1.8e12), signalSample(answer, '{A}')],
  },
};

/** A value is always one that the metric can have. */
function check(samples: readonly Sample[]): void {
  for (const sample of samples) {
    if (sample.missing !== undefined) continue;
    const spec: { min?: number; max?: number } = METRICS[sample.metric];
    expect(Number.isFinite(sample.value)).toBe(true);
    expect(sample.value).toBeGreaterThanOrEqual(spec.min ?? -Number.MAX_VALUE);
    expect(sample.value).toBeLessThanOrEqual(spec.max ?? Number.MAX_VALUE);
  }
}

const junk = fc.oneof(
  fc.constantFrom(null, '', '0', 'NaN', '1e999', -1, 4294967295, 1e308, true, {}, [], '正常', '\u0000'),
  fc.jsonValue(),
);

/** Replaces one field, at any depth, by junk. */
function spoil(value: unknown, at: number, by: unknown): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return by;
    }
    left -= 1;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, walk(each)]));
  };
  return walk(value);
}

describe.each(Object.entries(PARSERS))('%s', (_, { file, read }) => {
  it('never throws, and garbage never becomes a value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('power', 'disks', 'devices', 'usage', 'list', 'value'), junk),
        (answer) => {
          const valued = read(answer).filter(({ missing }) => missing === undefined);
          // An empty list is an answer: no battery, no camera, no product.
          const empty = valued.filter((sample) => sample.value === 0 || sample.source === 'no-battery');
          expect(valued).toEqual(empty);
        },
      ),
    );
  });

  it('one spoilt field never makes a value that the metric can not have', () => {
    fc.assert(
      fc.property(fc.nat(260), junk, (at, by) => {
        const spoilt = spoil(fixture(file), at, by);
        if (isFields(spoilt)) check(read(spoilt));
      }),
      { numRuns: 1_500 },
    );
  });
});

it('lines and texts: any text, and any piece of a real one', () => {
  const tree = fixtureText('en/lhm-data.json');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.nat(tree.length).map((end) => tree.slice(0, end)),
      ),
      (text) => {
        parseHostLine(text);
        const sensors = parseSensors(text) ?? [];
        check([...cpuSamples(sensors), ...fanSamples(sensors), ...railSamples(sensors)]);
      },
    ),
  );
  fc.assert(
    fc.property(fc.nat(400), junk, (at, by) => {
      const sensors = parseSensors(JSON.stringify(spoil(JSON.parse(tree), at, by))) ?? [];
      for (const each of sensors) expect(Number.isFinite(each.value)).toBe(true);
    }),
  );
});
