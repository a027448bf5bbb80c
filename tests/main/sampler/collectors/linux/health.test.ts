import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../../src/main/sampler/collectors/linux/bus.js';
import { createDiskSmart } from '../../../../../src/main/sampler/collectors/linux/disk-smart.js';
import { createEcc } from '../../../../../src/main/sampler/collectors/linux/ecc.js';
import { parseSmartctl } from '../../../../../src/main/sampler/collectors/linux/smartctl.js';
import { parseDrives } from '../../../../../src/main/sampler/collectors/linux/udisks.js';
import { createUps } from '../../../../../src/main/sampler/collectors/linux/ups.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { readAt, Tree, told } from '../fixture.js';
import { died, fixture, systemWith } from './stand-in.js';

const disk = (name: string) => ({
  [`sys/block/${name}/device/model`]: `Model ${name}`,
  [`sys/block/${name}/device/serial`]: `S-${name}`,
  [`sys/block/${name}/size`]: 1_000,
});
const BUS = { 'run/dbus/system_bus_socket': '' };
const SMARTCTL = { 'usr/sbin/smartctl': '' };

type Answers = Record<string, string | CommandResult>;

function smart(files: Record<string, string | number>, answers: Answers, isRoot = true) {
  const { root } = new Tree(files);
  const { run, calls } = systemWith(answers);
  return { collector: createDiskSmart({ root, run, ask: createBus(root, run), isRoot }), calls };
}

describe('disk.smart', () => {
  it('by udisks2, each disk, card readers left out', async () => {
    const { collector, calls } = smart({ ...disk('sda'), ...BUS }, { busctl: fixture('udisks.json') });
    const samples = await readAt(collector);
    expect(told(samples, 'disk.smart')).toBe(1);
    expect(samples.slice(1).map(({ instance, value, note }) => [instance, value, note])).toEqual([
      ['WCJ9S5QG', 1, 'ST5000LM000-2U8170'],
      ['S7DRNJ0XC08579H', 1, 'Samsung SSD 990 PRO with Heatsink 2TB'],
    ]);
    expect(calls.map(({ line }) => line.includes('--auto-start=no'))).toEqual([true]);
  });

  it('a failing disk leads, with its name', async () => {
    const text = fixture('udisks.json').replace(
      '"SmartFailing": {"type": "b", "data": false}',
      '"SmartFailing": {"type": "b", "data": true}',
    );
    const { collector } = smart({ ...disk('sda'), ...BUS }, { busctl: text });
    expect((await readAt(collector))[0]).toMatchObject({
      value: 0,
      note: 'ST5000LM000-2U8170: SMART failing',
    });
    const warned = fixture('udisks.json').replace(
      '"type": "as", "data": []',
      '"type": "as", "data": ["spare"]',
    );
    expect(parseDrives(warned)?.map(({ isHealthy }) => isHealthy)).toEqual([true, false]);
  });

  it('a disk that udisks2 has not asked yet is not healthy by default', () => {
    const text = fixture('udisks.json').replace('1741267546', '0').replace('1752178623', '0');
    expect(parseDrives(text)?.map(({ isHealthy }) => isHealthy)).toEqual([null, null]);
  });

  it('by smartctl for root, one disk at a run, and no verdict before all were asked', async () => {
    const answers = {
      'smartctl -H -j /dev/sda': fixture('smartctl-healthy.json'),
      'smartctl -H -j /dev/sdb': fixture('smartctl-healthy.json'),
    };
    const { collector, calls } = smart({ ...disk('sda'), ...disk('sdb'), ...SMARTCTL }, answers);
    expect(told(await readAt(collector), 'disk.smart')).toBe('warming-up');
    const second = await readAt(collector);
    expect(told(second, 'disk.smart')).toBe(1);
    expect(told(second, 'disk.smart', 'S-sdb')).toBe(1);
    expect(calls).toHaveLength(2);
  });

  it.each([
    ['smartctl-healthy.json', 'healthy'],
    ['smartctl-failing.json', 'failing'],
    ['smartctl-denied.json', 'denied'],
    ['smartctl-no-status.json', 'unknown'],
  ])('%s is %s', (name, expected) => {
    expect(parseSmartctl(fixture(name))).toBe(expected);
  });

  it('a failing disk is told by the output of a program that ended with an error', async () => {
    const answers = { smartctl: died('', fixture('smartctl-failing.json')) };
    const { collector } = smart({ ...disk('sda'), ...SMARTCTL }, answers);
    expect(told(await readAt(collector), 'disk.smart')).toBe(0);
  });

  it.each([
    ['nobody tells', {}, {}, true, 'unsupported'],
    ['smartctl without rights', SMARTCTL, {}, false, 'needs-rights'],
    [
      'smartctl that is refused',
      SMARTCTL,
      { smartctl: died('', fixture('smartctl-denied.json')) },
      true,
      'needs-rights',
    ],
    ['smartctl that says nothing', SMARTCTL, { smartctl: died('boom') }, true, 'unsupported'],
    [
      'udisks2 that does not run',
      BUS,
      { busctl: died('Could not activate remote peer') },
      true,
      'unsupported',
    ],
    ['udisks2 with nonsense', BUS, { busctl: '{"type":"x","data":[5]}' }, true, 'unsupported'],
  ] as const)('%s', async (_what, files, answers, isRoot, missing) => {
    const { collector } = smart({ ...disk('sda'), ...files }, answers, isRoot);
    expect((await readAt(collector))[0]).toMatchObject({ missing, advice: 'disk-health-source' });
  });

  it('a machine without a disk asks nobody', async () => {
    const { collector, calls } = smart({ ...BUS }, { busctl: fixture('udisks.json') });
    expect(await readAt(collector)).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('memory.errors', () => {
  const read = async (files: Record<string, string | number>) => readAt(createEcc(new Tree(files).root));
  const mc = 'sys/devices/system/edac/mc';

  it('adds up the controllers', async () => {
    const samples = await read({
      [`${mc}/mc0/ce_count`]: 3,
      [`${mc}/mc0/ue_count`]: 0,
      [`${mc}/mc1/ce_count`]: 4,
      [`${mc}/mc1/ue_count`]: 1,
      [`${mc}/power/control`]: 'auto',
    });
    expect([told(samples, 'memory.errors'), told(samples, 'memory.errors', 'uncorrected')]).toEqual([7, 1]);
  });

  it('memory without ECC has no errors to count, which is no 0', async () => {
    for (const files of [{}, { [`${mc}/power/control`]: 'auto' }])
      expect(await read(files)).toMatchObject([{ missing: 'unsupported', advice: 'no-ecc' }]);
  });

  it.each(['', 'x', '-1'])('a controller that says %j makes no sum', async (text) => {
    const samples = await read({ [`${mc}/mc0/ce_count`]: text, [`${mc}/mc1/ce_count`]: 2 });
    expect(told(samples, 'memory.errors')).toBe('failed');
    expect(told(samples, 'memory.errors', 'uncorrected')).toBe('failed');
  });
});

describe('power.ups', () => {
  const ups = (files: Record<string, string | number>, answers: Answers) => {
    const { root } = new Tree(files);
    const { run, calls } = systemWith(answers);
    return { collector: createUps(root, createBus(root, run)), calls };
  };
  const base = 'busctl --system --json=short --auto-start=no --timeout=5 call org.freedesktop.UPower';
  const LIST = `${base} /org/freedesktop/UPower org.freedesktop.UPower EnumerateDevices`;
  const DEVICE = `${base} /org/freedesktop/UPower/devices/ups_hiddev0`;

  it('by UPower, which is asked for the list once an hour', async () => {
    const answers = { [LIST]: fixture('upower-devices.json'), [DEVICE]: fixture('upower-ups.json') };
    const { collector, calls } = ups(BUS, answers);
    expect(await readAt(collector)).toEqual([
      {
        metric: 'power.ups',
        source: 'UPower',
        value: 100,
        note: 'American Power Conversion Back-UPS ES 700G, full',
      },
    ]);
    await readAt(collector, 60_000);
    expect(calls).toHaveLength(3);
  });

  it('by the kernel, without a program', async () => {
    const supply = 'sys/class/power_supply/ups';
    const { collector, calls } = ups(
      { ...BUS, [`${supply}/type`]: 'UPS', [`${supply}/capacity`]: 77, [`${supply}/status`]: 'Discharging' },
      {},
    );
    expect(await readAt(collector)).toMatchObject([{ value: 77, note: 'Discharging' }]);
    expect(calls).toEqual([]);
  });

  it.each([
    ['no bus', {}, {}, 'not-present'],
    ['no UPower', BUS, {}, 'not-present'],
    [
      'no UPS',
      BUS,
      { [LIST]: '{"type":"ao","data":[["/org/freedesktop/UPower/devices/battery_BAT0"]]}' },
      'not-present',
    ],
    ['a UPS that went', BUS, { [LIST]: fixture('upower-devices.json'), [DEVICE]: died('boom') }, 'failed'],
    [
      'a UPS with nonsense',
      BUS,
      { [LIST]: fixture('upower-devices.json'), [DEVICE]: '{"data":[7]}' },
      'failed',
    ],
  ] as const)('%s', async (_what, files, answers, missing) => {
    expect(told(await readAt(ups(files, answers).collector), 'power.ups')).toBe(missing);
  });
});
