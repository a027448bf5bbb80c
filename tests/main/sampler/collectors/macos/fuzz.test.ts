import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseBundleVersion,
  parseGatekeeper,
} from '../../../../../src/main/sampler/collectors/macos/antivirus.js';
import { parseAssertions } from '../../../../../src/main/sampler/collectors/macos/assertions.js';
import { parseBattery } from '../../../../../src/main/sampler/collectors/macos/battery-state.js';
import { parseCameraActive } from '../../../../../src/main/sampler/collectors/macos/capture.js';
import {
  parseCameras,
  parseMicrophones,
} from '../../../../../src/main/sampler/collectors/macos/device-reports.js';
import { parseUsbDevices } from '../../../../../src/main/sampler/collectors/macos/devices.js';
import { parseDiskHealth } from '../../../../../src/main/sampler/collectors/macos/disk-smart.js';
import { parseDiskStatistics } from '../../../../../src/main/sampler/collectors/macos/disk-statistics.js';
import {
  parseInterfaces,
  parseTraffic,
} from '../../../../../src/main/sampler/collectors/macos/interfaces.js';
import {
  parseIoreg,
  registryDictionary,
  registryInteger,
} from '../../../../../src/main/sampler/collectors/macos/ioreg.js';
import { parseInputLevel } from '../../../../../src/main/sampler/collectors/macos/muted.js';
import { parsePowerSources } from '../../../../../src/main/sampler/collectors/macos/power-sources.js';
import { parseReportName } from '../../../../../src/main/sampler/collectors/macos/report-names.js';
import { parseRoute } from '../../../../../src/main/sampler/collectors/macos/route.js';
import { parseShutdownCauses } from '../../../../../src/main/sampler/collectors/macos/shutdown.js';
import { parseDefaultsDate, parseUpdates } from '../../../../../src/main/sampler/collectors/macos/updates.js';
import { parseSwap, parseUsedMemory } from '../../../../../src/main/sampler/collectors/macos/vm-stat.js';
import { parseWifi } from '../../../../../src/main/sampler/collectors/macos/wifi.js';
import { fixture } from './stand-in.js';

/** Every reader, with an output that it understands. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown, sample: string])[] = [
  ['assertions', parseAssertions, fixture('apple-silicon/assertions-call.txt')],
  ['battery', parseBattery, fixture('apple-silicon/ioreg-battery-discharging.txt')],
  ['bundle version', parseBundleVersion, '<key>CFBundleShortVersionString</key><string>5</string>'],
  ['camera in use', parseCameraActive, fixture('apple-silicon/front-camera-idle.txt')],
  ['cameras', parseCameras, fixture('apple-silicon/devices.json')],
  ['date', parseDefaultsDate, '2023-11-10 08:14:25 +0000'],
  ['disk health', parseDiskHealth, fixture('apple-silicon/nvme.json')],
  ['disk statistics', parseDiskStatistics, fixture('apple-silicon/ioreg-disks-with-image.txt')],
  ['gatekeeper', parseGatekeeper, 'assessments enabled\n'],
  ['input level', parseInputLevel, '75'],
  ['interfaces', parseInterfaces, fixture('apple-silicon/ifconfig.txt')],
  ['memory', parseUsedMemory, fixture('apple-silicon/vm_stat.txt')],
  ['microphones', parseMicrophones, fixture('apple-silicon/devices.json')],
  ['power sources', parsePowerSources, fixture('apple-silicon/pmset-batt-discharging.txt')],
  ['registry', parseIoreg, fixture('apple-silicon/ioreg-disks.txt')],
  ['report name', parseReportName, 'panic-full-2026-10-06-231920.0002.panic'],
  ['route', parseRoute, fixture('apple-silicon/route.txt')],
  ['shutdown causes', parseShutdownCauses, fixture('intel/log-show-causes.txt')],
  ['swap', parseSwap, fixture('apple-silicon/swapusage.txt')],
  ['traffic', (text) => parseTraffic(text, 'en0'), fixture('apple-silicon/netstat.txt')],
  ['updates', parseUpdates, fixture('apple-silicon/softwareupdate.txt')],
  ['devices on USB', parseUsbDevices, '+-o x  <class IOUSBHostDevice, id 0x1000, retain 2>'],
  ['wifi', parseWifi, fixture('apple-silicon/airport.json')],
];

/** All numbers in what a reader gave, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Map) return numbersIn([...value.values()]);
  if (typeof value !== 'object' || value === null || 'className' in value) return [];
  return Object.values(value).flatMap(numbersIn);
}

const noValue = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

describe.each(READERS)('%s', (_name, read, sample) => {
  it('understands its sample', () => {
    expect(noValue(read(sample))).toBe(false);
  });

  it('makes no value of garbage', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ maxLength: 400 }),
      fc.json().filter((text) => !/^\s*\d+\s*$/.test(text)),
    );
    fc.assert(
      fc.property(
        // Short whole numbers are the one thing that a reader takes as they are (the input level).
        garbage.filter((text) => !/^\s*(\d{1,3}|missing value)\s*$/.test(text)),
        (text) => {
          expect(noValue(read(text))).toBe(true);
        },
      ),
    );
  });

  it('never throws at a sample that was cut, torn or spoilt, and gives finite numbers only', () => {
    const place = fc.nat({ max: sample.length });
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'binary', maxLength: 20 }), (from, to, middle) => {
        const spoilt = sample.slice(0, from) + middle + sample.slice(to);
        expect(numbersIn(read(spoilt)).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('values of the registry', () => {
  it('whole numbers keep their sign in 64 bits', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(registryInteger(BigInt.asUintN(64, BigInt(value)).toString())).toBe(value);
        expect(registryInteger(String(value))).toBe(value);
      }),
    );
    expect(registryInteger('9223372036854775807')).toBeNull();
    expect(registryInteger(undefined)).toBeNull();
  });

  it('dictionaries give their plain entries, nested ones are torn at most', () => {
    const text = '{"a"=1,"b"="x y","c"=Yes,"d"={"a"=2},"e"=(1,2),"a"=3}';
    expect(Object.fromEntries(registryDictionary(text))).toEqual({ a: '1', b: 'x y', c: 'Yes' });
    fc.assert(fc.property(fc.string(), (any) => void registryDictionary(`{${any}}`)));
  });
});
