import { describe, expect, it } from 'vitest';
import { createSiPower } from '../../../../../src/main/sampler/collectors/common/battery.js';
import {
  createNoCpuTemperature,
  createSiCpuLoad,
  createSiCpuTemperature,
} from '../../../../../src/main/sampler/collectors/common/cpu.js';
import {
  createSiDiskFree,
  createSiDiskRates,
  volumeOf,
} from '../../../../../src/main/sampler/collectors/common/disk.js';
import { createSiGateway } from '../../../../../src/main/sampler/collectors/common/gateway.js';
import {
  createOsMemory,
  createSiMemory,
  createSiSwap,
} from '../../../../../src/main/sampler/collectors/common/memory.js';
import { createSiMicrophones } from '../../../../../src/main/sampler/collectors/common/microphones.js';
import { readAt, told } from '../fixture.js';
import { standIn } from './stand-in.js';

/** Every way in which the library says "not known". */
const NOTHING = [null, 0, '', -1, Number.NaN, undefined, 'unknown'];

describe('processor', () => {
  it.each(NOTHING)('a temperature of %j is none', async (main) => {
    const collector = createSiCpuTemperature(standIn({ cpuTemperature: { main } }));
    expect(told(await readAt(collector), 'cpu.temperature')).toBe('unsupported');
  });

  it('passes a temperature on', async () => {
    const collector = createSiCpuTemperature(standIn({ cpuTemperature: { main: 61.5 } }));
    expect(told(await readAt(collector), 'cpu.temperature')).toBe(61.5);
  });

  it('Windows has no temperature, and says why', async () => {
    expect(await readAt(createNoCpuTemperature())).toMatchObject([
      { missing: 'unsupported', note: expect.stringContaining('ACPI') },
    ]);
  });

  it.each([null, Number.NaN, -1, 101])('a load of %j is none', async (currentLoad) => {
    const collector = createSiCpuLoad(standIn({ currentLoad: { currentLoad } }));
    expect(told(await readAt(collector), 'cpu.load')).toBe('failed');
  });

  it('an idle processor has a load of 0', async () => {
    expect(
      told(await readAt(createSiCpuLoad(standIn({ currentLoad: { currentLoad: 0 } }))), 'cpu.load'),
    ).toBe(0);
  });
});

describe('memory', () => {
  it('is what is not available', async () => {
    const mem = { total: 1_000, available: 250, swaptotal: 100, swapused: 40 };
    const samples = await readAt(createSiMemory(standIn({ mem })));
    expect([told(samples, 'memory.usage'), told(samples, 'memory.swap')]).toEqual([75, 40]);
  });

  it.each(NOTHING)('available %j is no full memory', async (available) => {
    const samples = await readAt(createSiMemory(standIn({ mem: { total: 1_000, available, swaptotal: 0 } })));
    expect(told(samples, 'memory.usage')).toBe('failed');
    expect(told(samples, 'memory.swap')).toBe('not-present');
  });

  it('a used swap of NaN is none', async () => {
    const mem = { total: 1, available: 1, swaptotal: 100, swapused: Number.NaN };
    expect(told(await readAt(createSiSwap(standIn({ mem }))), 'memory.swap')).toBe('failed');
  });

  it('asks the system itself on Windows', async () => {
    const usage = told(await readAt(createOsMemory()), 'memory.usage');
    expect(usage).toBeGreaterThan(0);
    expect(usage).toBeLessThan(100);
  });
});

describe('disks', () => {
  it('finds the volumes of paths on both kinds of systems', () => {
    expect(volumeOf(['C:', 'D:'], 'd:\\Users\\x')).toBe('D:');
    expect(volumeOf(['/', '/System/Volumes/Data'], '/Users/x')).toBe('/');
    expect(volumeOf(['C:'], 'D:\\')).toBeNull();
  });

  it('reports the watched volumes only, and none of unknown size', async () => {
    const fsSize = [
      { mount: 'C:', size: 100, available: 40 },
      { mount: 'D:', size: 100, available: 50 },
      { mount: 'E:', size: 0, available: 0 },
    ];
    const samples = await readAt(createSiDiskFree(standIn({ fsSize }), ['C:', 'C:\\Users\\x', 'E:\\']));
    expect(samples).toEqual([
      { metric: 'disk.free', instance: 'C:', source: 'systeminformation.fsSize', value: 40 },
    ]);
  });

  it('rates: null at first, null on Windows, zeros where the answer was empty', async () => {
    const rates = async (fsStats: unknown) =>
      told(await readAt(createSiDiskRates(standIn({ fsStats }))), 'disk.read.rate');
    expect(await rates({ rx: 5, wx: 5, rx_sec: null, wx_sec: null })).toBe('warming-up');
    expect(await rates({ rx: 5, wx: 5, rx_sec: 0, wx_sec: 2 })).toBe(0);
    expect(await rates(null)).toBe('failed');
    expect(await rates({ rx: 0, wx: 0, rx_sec: 0, wx_sec: 0 })).toBe('failed');
  });
});

describe('power', () => {
  const read = (battery: unknown, platform: NodeJS.Platform = 'darwin') =>
    readAt(createSiPower(standIn({ battery }), platform));
  const battery = { hasBattery: true, acConnected: false, isCharging: false, percent: 80, voltage: 12.1 };

  it('reads a battery', async () => {
    const samples = await read(battery);
    expect(told(samples, 'power.ac')).toBe(0);
    expect(told(samples, 'power.battery')).toBe(80);
    expect(told(samples, 'power.voltage')).toBe(12.1);
    expect(told(samples, 'power.current')).toBe('unsupported');
  });

  it('never gives the nameplate voltage of Windows', async () => {
    expect(told(await read(battery, 'win32'), 'power.voltage')).toBe('unsupported');
  });

  it('does not take a full battery on Windows for a lost mains', async () => {
    expect(told(await read({ ...battery, percent: 99 }, 'win32'), 'power.ac')).toBe('failed');
    expect(told(await read({ ...battery, percent: 60 }, 'win32'), 'power.ac')).toBe(0);
  });

  it.each([0, null, Number.NaN, 101])('a charge of %j is none', async (percent) => {
    expect(told(await read({ ...battery, percent }), 'power.battery')).toBe('failed');
  });

  it('a machine without a battery runs on mains; one that had a battery has it still', async () => {
    const none = { hasBattery: false, acConnected: true, percent: 0, voltage: 0 };
    expect(await read(none)).toEqual([{ metric: 'power.ac', source: 'no-battery', value: 1 }]);
    const answers = [battery, none];
    const collector = createSiPower(standIn({ battery: async () => answers.shift() }), 'darwin');
    await readAt(collector);
    expect(told(await readAt(collector), 'power.ac')).toBe('failed');
  });
});

describe('microphones', () => {
  const read = (audio: unknown) => readAt(createSiMicrophones(standIn({ audio })));

  it('counts inputs where the library tells them', async () => {
    const samples = await read([
      { name: 'MacBook Microphone', in: true },
      { name: 'Speakers', in: false },
    ]);
    expect(told(samples, 'microphone.present')).toBe(1);
    expect(told(samples, 'microphone.present', 'MacBook Microphone')).toBe(1);
    expect(told(await read([{ name: 'Speakers', in: false }]), 'microphone.present')).toBe(0);
  });

  it('says nothing where the library does not', async () => {
    expect(told(await read([{ name: 'Realtek', in: null }]), 'microphone.present')).toBe('unsupported');
    expect(told(await read([]), 'microphone.present')).toBe('failed');
  });
});

describe('gateway', () => {
  it('is looked up once a minute and must be an address', async () => {
    const answers = ['192.168.1.1', '', undefined, 'link#5'];
    const networkGatewayDefault = async () => answers.shift();
    const find = createSiGateway(standIn({ networkGatewayDefault }));
    expect(await find(0)).toEqual({ address: '192.168.1.1', key: '192.168.1.1' });
    expect(await find(59_999)).not.toBeNull();
    for (const now of [60_000, 120_000, 180_000]) expect(await find(now)).toBeNull();
    expect(answers).toEqual([]);
  });
});
