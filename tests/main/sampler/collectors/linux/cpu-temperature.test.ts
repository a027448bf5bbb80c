import { expect, it } from 'vitest';
import { createCpuTemperature } from '../../../../../src/main/sampler/collectors/linux/cpu-temperature.js';
import { readAt, Tree, told } from '../fixture.js';

const chip = (folder: string, name: string, inputs: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries({ name, ...inputs }).map(([file, text]) => [`sys/class/hwmon/${folder}/${file}`, text]),
  );

const coretemp = {
  temp1_label: 'Package id 0',
  temp1_input: 55_500,
  temp2_label: 'Core 0',
  temp2_input: 53_000,
  temp3_label: 'Core 1',
  temp3_input: 54_250,
};

it('reads package and cores of coretemp and names the source', async () => {
  const { root } = new Tree(chip('hwmon3', 'coretemp', coretemp));
  const samples = await readAt(createCpuTemperature(root));
  expect(samples).toEqual([
    { metric: 'cpu.temperature', source: 'hwmon:coretemp/temp1 (Package id 0)', value: 55.5 },
    { metric: 'cpu.temperature', source: 'hwmon:coretemp/temp2 (Core 0)', value: 53, instance: 'Core 0' },
    { metric: 'cpu.temperature', source: 'hwmon:coretemp/temp3 (Core 1)', value: 54.25, instance: 'Core 1' },
  ]);
});

it.each(['k10temp', 'zenpower'])('prefers Tctl of %s', async (name) => {
  const inputs = { temp1_label: 'Tdie', temp1_input: 45_000, temp2_label: 'Tctl', temp2_input: 65_000 };
  const { root } = new Tree(chip('hwmon0', name, inputs));
  expect(told(await readAt(createCpuTemperature(root)), 'cpu.temperature')).toBe(65);
});

it.each(['coretemp', 'k10temp'])('takes temp1 of %s without labels', async (name) => {
  const { root } = new Tree(chip('hwmon0', name, { temp1_input: 61_000, temp2_input: 70_000 }));
  expect(await readAt(createCpuTemperature(root))).toEqual([
    { metric: 'cpu.temperature', source: `hwmon:${name}/temp1`, value: 61 },
  ]);
});

it('falls back to the hottest core', async () => {
  const { temp1_label: _label, temp1_input: _input, ...cores } = coretemp;
  const { root } = new Tree(chip('hwmon0', 'coretemp', cores));
  const [leading] = await readAt(createCpuTemperature(root));
  expect(leading).toEqual({
    metric: 'cpu.temperature',
    source: 'hwmon:coretemp/temp3 (Core 1)',
    value: 54.25,
  });
});

it('leads with the hotter of two packages and keeps their cores apart', async () => {
  const second = { ...coretemp, temp1_label: 'Package id 1', temp1_input: 71_000 };
  const { root } = new Tree({
    ...chip('hwmon0', 'coretemp', coretemp),
    ...chip('hwmon1', 'coretemp', second),
  });
  const samples = await readAt(createCpuTemperature(root));
  expect(told(samples, 'cpu.temperature')).toBe(71);
  expect(told(samples, 'cpu.temperature', 'cpu0 Core 0')).toBe(53);
  expect(told(samples, 'cpu.temperature', 'cpu1 Core 0')).toBe(53);
});

it('never takes a board chip, a drive or an ACPI zone for the processor', async () => {
  const { root } = new Tree({
    ...chip('hwmon0', 'acpitz', { temp1_input: 27_800 }),
    ...chip('hwmon1', 'nct6798', { temp1_label: 'CPUTIN', temp1_input: 38_000 }),
    ...chip('hwmon2', 'nvme', { temp1_label: 'Composite', temp1_input: 41_000 }),
    'sys/class/thermal/thermal_zone0/type': 'acpitz',
    'sys/class/thermal/thermal_zone0/temp': 27_800,
  });
  expect(told(await readAt(createCpuTemperature(root)), 'cpu.temperature')).toBe('not-present');
});

it('says unsupported where the kernel knows no sensors', async () => {
  expect(told(await readAt(createCpuTemperature(new Tree().root)), 'cpu.temperature')).toBe('unsupported');
});

it('finds the chip again after it was numbered anew, and never reads its successor', async () => {
  const tree = new Tree({
    'sys/devices/coretemp/hwmon/hwmon0/name': 'coretemp',
    'sys/devices/coretemp/hwmon/hwmon0/temp1_input': 50_000,
  }).link('sys/class/hwmon/hwmon0', 'sys/devices/coretemp/hwmon/hwmon0');
  const collector = createCpuTemperature(tree.root);
  expect(told(await readAt(collector, 0), 'cpu.temperature')).toBe(50);
  tree
    .remove('sys/devices/coretemp/hwmon/hwmon0')
    .remove('sys/class/hwmon/hwmon0')
    .write({
      'sys/devices/nvme/hwmon/hwmon0/name': 'nvme',
      'sys/devices/nvme/hwmon/hwmon0/temp1_input': 99_000,
      'sys/devices/coretemp/hwmon/hwmon7/name': 'coretemp',
      'sys/devices/coretemp/hwmon/hwmon7/temp1_input': 51_000,
    })
    .link('sys/class/hwmon/hwmon0', 'sys/devices/nvme/hwmon/hwmon0')
    .link('sys/class/hwmon/hwmon7', 'sys/devices/coretemp/hwmon/hwmon7');
  expect(told(await readAt(collector, 2_000), 'cpu.temperature')).toBe('failed');
  expect(told(await readAt(collector, 4_000), 'cpu.temperature')).toBe(51);
});

it.each(['', 'garbage', '0x37', '55 000'])('reads no value out of %j', async (text) => {
  const { root } = new Tree(chip('hwmon0', 'coretemp', { temp1_input: text }));
  expect(told(await readAt(createCpuTemperature(root)), 'cpu.temperature')).toBe('failed');
});
