import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../../src/main/sampler/collector.js';
import { unexpectedStarts } from '../../../../../src/main/sampler/collectors/linux/boots.js';
import { parseDefinitions, parseScanEnd } from '../../../../../src/main/sampler/collectors/linux/clamav.js';
import { parseBtrfsErrors } from '../../../../../src/main/sampler/collectors/linux/disk-error-counters.js';
import { createEcc } from '../../../../../src/main/sampler/collectors/linux/ecc.js';
import { createFans } from '../../../../../src/main/sampler/collectors/linux/fans.js';
import { parseJournal } from '../../../../../src/main/sampler/collectors/linux/journal.js';
import { kernelEventOf } from '../../../../../src/main/sampler/collectors/linux/kernel-events.js';
import { parseStreamStatus } from '../../../../../src/main/sampler/collectors/linux/microphone-use.js';
import {
  PACKAGE_MANAGERS,
  parseApt,
  parseDnf,
  parsePacman,
} from '../../../../../src/main/sampler/collectors/linux/package-managers.js';
import { parseKernel } from '../../../../../src/main/sampler/collectors/linux/restart.js';
import { parseSmartctl } from '../../../../../src/main/sampler/collectors/linux/smartctl.js';
import {
  changedBy,
  parseLeadingSource,
  parseSources,
  parseWpctl,
} from '../../../../../src/main/sampler/collectors/linux/sound-list.js';
import { parseDrives } from '../../../../../src/main/sampler/collectors/linux/udisks.js';
import { parseUps, parseUpsPaths } from '../../../../../src/main/sampler/collectors/linux/upower.js';
import { createUsbReadings } from '../../../../../src/main/sampler/collectors/linux/usb-readings.js';
import { unexpectedStartsOf } from '../../../../../src/main/sampler/collectors/linux/wtmp.js';
import { readAt, Tree } from '../fixture.js';
import { addInput, fixture, fixtureBytes, hwmonTree } from './stand-in.js';

/** Every reader, with an output that it understands. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown, sample: string])[] = [
  ['apt', parseApt, fixture('apt-upgrade.txt')],
  ['btrfs', parseBtrfsErrors, 'write_errs 1\nread_errs 2\n'],
  ['definitions', parseDefinitions, fixture('daily.cvd.txt')],
  ['dnf', parseDnf, fixture('dnf-check-update.txt')],
  ['events of sound', changedBy, "Event 'change' on source #1"],
  ['journal', parseJournal, fixture('journal-kernel.json')],
  ['kernel log', kernelEventOf, 'print_req_error: I/O error, dev sdc, sector 1'],
  ['kernel name', parseKernel, '6.8.5-301.fc40.x86_64'],
  ['leading source', parseLeadingSource, fixture('pactl-info.txt')],
  ['pacman', parsePacman, fixture('pacman-qu.txt')],
  ['scans', parseScanEnd, fixture('clamscan.txt')],
  ['smartctl', parseSmartctl, fixture('smartctl-healthy.json')],
  ['sources', parseSources, fixture('pactl-sources.txt')],
  ['stream', parseStreamStatus, fixture('asound-status.txt')],
  ['udisks2', parseDrives, fixture('udisks.json')],
  ['UPower, list', parseUpsPaths, fixture('upower-devices.json')],
  ['UPower, UPS', parseUps, fixture('upower-ups.json')],
  ['wpctl', parseWpctl, 'Volume: 0.45 [MUTED]'],
];

/** An output with a piece cut out, doubled, or replaced by garbage. */
const mangled = (sample: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(sample.length),
      fc.nat(sample.length),
      fc.oneof(fc.constant(''), fc.string(), fc.constant(sample)),
    )
    .map(([a, b, piece]) => sample.slice(0, Math.min(a, b)) + piece + sample.slice(Math.max(a, b)));

/** Every number in a result, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe.each(READERS)('%s', (_name, read, sample) => {
  it('understands its sample', () => {
    expect(read(sample) ?? null).not.toBeNull();
  });

  it('never throws, and never makes a number that is none, of anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), mangled(sample), fc.json()), (text) => {
        expect(numbersIn(read(text)).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('makes nothing of nothing', () => {
    const empty = read('');
    const isNothing =
      empty === null ||
      empty === undefined ||
      empty === 'unknown' ||
      (Array.isArray(empty) && empty.length === 0) ||
      (typeof empty === 'object' && 'count' in empty && empty.count === 0);
    expect(isNothing).toBe(true);
  });
});

it('garbage is never a healthy disk, a silent microphone, or a list without updates', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseSmartctl(text)).not.toBe('healthy');
      expect(parseApt(text)).toBeNull();
      expect(parseWpctl(text)).toBeNull();
      expect(parseStreamStatus(`${text}x`)?.isOpen).not.toBe(false);
      expect((parseDrives(text) ?? []).some(({ isHealthy }) => isHealthy === true)).toBe(false);
    }),
  );
});

it('a manager that failed has never "no updates"', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom(1, 2, 126, null), (stderr, code) => {
      for (const manager of PACKAGE_MANAGERS)
        expect(manager.parse({ kind: 'failed', code, stdout: '', stderr })).toBeNull();
    }),
  );
});

it('records of starts: any bytes, any order', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 384 * 4 }),
      fc.nat(fixtureBytes('wtmp-unclean').length),
      (bytes, cut) => {
        expect(numbersIn(unexpectedStartsOf(bytes)).every(Number.isFinite)).toBe(true);
        unexpectedStartsOf(fixtureBytes('wtmp-unclean').subarray(cut));
      },
    ),
  );
  const entries = parseJournal(fixture('journal-starts.json')) ?? [];
  fc.assert(
    fc.property(fc.subarray(entries), (some) => {
      const boots = new Set(some.map(({ boot }) => boot));
      expect(unexpectedStarts(some).length).toBeLessThan(Math.max(1, boots.size));
    }),
  );
});

it('sensor files with anything in them make a number or a reason', async () => {
  const files = fc.dictionary(
    fc.constantFrom('name', 'fan1_input', 'fan1_label', 'fan1_min', 'fan1_alarm', 'fan1_fault'),
    fc.oneof(fc.string(), fc.integer().map(String)),
  );
  await fc.assert(
    fc.asyncProperty(files, async (some) => {
      const tree = hwmonTree('hwmon-amd.txt');
      for (const [file, text] of Object.entries(some)) addInput(tree, 'hwmon9', file, text);
      const mc = 'sys/devices/system/edac/mc/mc0';
      tree.write({ [`${mc}/ce_count`]: some.fan1_input ?? '', [`${mc}/ue_count`]: some.fan1_min ?? '' });
      const samples: Sample[] = [
        ...(await readAt(createFans(tree.root))),
        ...(await readAt(createEcc(tree.root))),
      ];
      for (const { value, missing } of samples)
        expect(missing !== undefined || Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('USB descriptors with anything in them never throw', async () => {
  const folder = 'sys/bus/usb/devices';
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (product, code) => {
      const tree = new Tree({
        [`${folder}/1-1/product`]: product,
        [`${folder}/1-1:1.0/bInterfaceClass`]: code,
      });
      expect(await readAt(createUsbReadings(tree.root))).toBeInstanceOf(Array);
    }),
    { numRuns: 40 },
  );
});
