import { describe, expect, it } from 'vitest';
import { createBattery } from '../../../../../src/main/sampler/collectors/linux/battery.js';
import { createPowerAc } from '../../../../../src/main/sampler/collectors/linux/power-ac.js';
import { readAt, Tree, told } from '../fixture.js';

function supply(name: string, files: Record<string, string | number>) {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`sys/class/power_supply/${name}/${file}`, text]),
  );
}

const battery = {
  type: 'Battery',
  present: 1,
  status: 'Discharging',
  capacity: 83,
  energy_now: 41_500_000,
  energy_full: 50_000_000,
  voltage_now: 11_850_000,
  power_now: 9_000_000,
};

describe('power.ac', () => {
  const ac = async (files: Record<string, string | number>) => {
    const [sample] = await readAt(createPowerAc(new Tree(files).root));
    return sample;
  };

  it('goes by type, whatever the adapter is called', async () => {
    expect(await ac({ ...supply('CMB1', battery), ...supply('ADP7', { type: 'Mains', online: 1 }) })).toEqual(
      {
        metric: 'power.ac',
        source: 'power_supply:ADP7',
        value: 1,
      },
    );
    expect(
      await ac({ ...supply('CMB1', battery), ...supply('ADP7', { type: 'Mains', online: 0 }) }),
    ).toMatchObject({
      value: 0,
    });
  });

  it('one feeding adapter of several is enough', async () => {
    const files = {
      ...supply('BAT0', battery),
      ...supply('AC', { type: 'Mains', online: 0 }),
      ...supply('ucsi', { type: 'USB', online: 1 }),
    };
    expect(await ac(files)).toMatchObject({ value: 1, source: 'power_supply:ucsi' });
  });

  it('is 1 where there is neither battery nor adapter, and where there are only USB sockets or a mouse', async () => {
    const without = { metric: 'power.ac', source: 'no-battery', value: 1 };
    expect(await ac({})).toEqual(without);
    expect(await ac(supply('ucsi', { type: 'USB', online: 0 }))).toEqual(without);
    expect(await ac(supply('hidpp_battery_0', { ...battery, scope: 'Device' }))).toEqual(without);
  });

  it.each([
    ['Discharging', 0],
    ['Charging', 1],
    ['Full', 1],
    ['Not charging', 1],
    ['Unknown', 'failed'],
  ])('without an adapter, a battery that is %j tells %s', async (status, value) => {
    const sample = await ac(supply('BAT0', { ...battery, status }));
    expect(sample?.missing ?? sample?.value).toBe(value);
  });

  it('an adapter that does not answer is no power cut', async () => {
    expect(await ac({ ...supply('BAT0', battery), ...supply('AC', { type: 'Mains' }) })).toMatchObject({
      missing: 'failed',
    });
  });
});

describe('batteries', () => {
  const read = (files: Record<string, string | number>) => readAt(createBattery(new Tree(files).root));

  it('gives charge, live voltage, and current from power', async () => {
    const samples = await read(supply('CMB0', battery));
    expect(told(samples, 'power.battery')).toBe(83);
    expect(told(samples, 'power.voltage')).toBe(11.85);
    expect(told(samples, 'power.current')).toBeCloseTo(-0.7595, 4);
    expect(samples[0]).toMatchObject({ note: 'Discharging', source: 'power_supply:CMB0' });
  });

  it('signs the current by the status, not by the driver', async () => {
    const charging = { ...battery, status: 'Charging', current_now: -1_500_000 };
    expect(told(await read(supply('BAT0', charging)), 'power.current')).toBe(1.5);
  });

  it('weighs several by what they hold', async () => {
    const second = { ...battery, capacity: 10, energy_now: 1_000_000, energy_full: 10_000_000 };
    const samples = await read({ ...supply('BAT0', battery), ...supply('BAT1', second) });
    expect(told(samples, 'power.battery')).toBeCloseTo(70.83, 2);
    expect(told(samples, 'power.battery', 'BAT1')).toBe(10);
    expect(told(samples, 'power.voltage', 'BAT0')).toBe(11.85);
  });

  it('does not average batteries that do not tell what they hold', async () => {
    const second = { type: 'Battery', capacity: 10, status: 'Full' };
    const samples = await read({ ...supply('BAT0', battery), ...supply('BAT1', second) });
    expect(told(samples, 'power.battery')).toBe('unsupported');
    expect(told(samples, 'power.voltage', 'BAT1')).toBe('unsupported');
  });

  it('takes charge for energy at the present voltage', async () => {
    const { energy_now: _now, energy_full: _full, capacity: _capacity, ...rest } = battery;
    const samples = await read(supply('BAT0', { ...rest, charge_now: 1_000_000, charge_full: 4_000_000 }));
    expect(told(samples, 'power.battery')).toBe(25);
  });

  it('ignores an empty bay, a mouse, and a machine without any', async () => {
    expect(await read(supply('BAT1', { ...battery, present: 0 }))).toEqual([]);
    expect(await read(supply('mouse', { ...battery, scope: 'Device' }))).toEqual([]);
    expect(await read({})).toEqual([]);
  });
});
