import { expect, it } from 'vitest';
import { parseBattery } from '../../../../../src/main/sampler/collectors/macos/battery-state.js';
import { createPower } from '../../../../../src/main/sampler/collectors/macos/power.js';
import { readAt, told } from '../fixture.js';
import { fixture, macWith, NO_ANSWERS } from './stand-in.js';

const METRICS = ['power.ac', 'power.battery', 'power.ups', 'power.voltage', 'power.current'] as const;

async function read(batt: string, registry: string) {
  const { run } = macWith({ 'pmset -g batt': batt, 'ioreg -r': registry });
  const samples = await readAt(createPower(run));
  return { samples, values: METRICS.map((metric) => told(samples, metric)) };
}

it('a notebook on its battery', async () => {
  const { values } = await read(
    fixture('apple-silicon/pmset-batt-discharging.txt'),
    fixture('apple-silicon/ioreg-battery-discharging.txt'),
  );
  expect(values).toEqual([0, 90, 'not-present', 12.336, -0.073]);
});

it('a notebook that charges, and one that is held at 80 %', async () => {
  const batt = fixture('apple-silicon/pmset-batt-held.txt');
  const { values, samples } = await read(batt, fixture('intel/ioreg-battery-charging.txt'));
  expect(values).toEqual([1, 80, 'not-present', 12.604, 1.811]);
  expect(samples.find(({ metric }) => metric === 'power.battery')?.note).toBe('AC attached');
});

it('a desktop, without and with a UPS that has taken over', async () => {
  const alone = await read(fixture('intel/pmset-batt-desktop.txt'), '');
  expect(alone.values).toEqual([1, 'not-present', 'not-present', 'not-present', 'not-present']);
  expect(alone.samples[0]).toMatchObject({ source: 'no-battery' });
  const { values } = await read(fixture('intel/pmset-batt-ups.txt'), '');
  expect(values).toEqual([0, 'not-present', 87, 'not-present', 'not-present']);
});

it('what was cut off before the voltage has no voltage', () => {
  expect(parseBattery(fixture('apple-silicon/ioreg-battery-part.txt'))).toEqual({ volts: null, amperes: 0 });
});

it.each(['65000', '4294966813', '99999999999999999999', '-', ''])('a current of "%s" is none', (amperage) => {
  const text = `+-o B  <class AppleSmartBattery, id 1>\n  "Voltage" = 99\n  "Amperage" = ${amperage}\n`;
  expect(parseBattery(text)).toEqual({ volts: null, amperes: null });
});

it.each(NO_ANSWERS)('is %s when a program says nothing useful, never on mains', async (reason, result) => {
  const { run } = macWith({ pmset: result, ioreg: result });
  const samples = await readAt(createPower(run));
  expect(
    ['power.ac', 'power.battery', 'power.ups'].map((metric) => told(samples, metric as 'power.ac')),
  ).toEqual([reason, reason, reason]);
  expect(samples.every(({ missing }) => missing !== undefined)).toBe(true);
});

it('a source that is not known, or a charge of more than 100 %, is no value', async () => {
  const { values } = await read("Now drawing from 'Solar'\n -InternalBattery-0\t120%; x present: true\n", '');
  expect(values.slice(0, 3)).toEqual(['failed', 'failed', 'failed']);
  const { run } = macWith({
    pmset: "Now drawing from 'AC Power'\n -InternalBattery-0\t120%; x present: true\n",
  });
  expect(told(await readAt(createPower(run)), 'power.battery')).toBe('not-present');
});
