import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBattery } from '../../../../../src/main/sampler/collectors/linux/battery.js';
import { createFans } from '../../../../../src/main/sampler/collectors/linux/fans.js';
import { readAt, Tree, told } from '../fixture.js';
import { addInput, hwmonTree } from './stand-in.js';

const fan = (samples: Awaited<ReturnType<typeof readAt>>, instance: string) =>
  told(samples, 'fan.speed', instance);

describe('fan.speed', () => {
  it('names the fans of an AMD board without labels, and leaves empty sockets and the graphics card out', async () => {
    const samples = await readAt(createFans(hwmonTree('hwmon-amd.txt').root));
    expect(samples).toEqual([
      { metric: 'fan.speed', instance: 'nct6779:fan2', source: 'hwmon:nct6779/fan2', value: 1660 },
    ]);
  });

  it('names the fan of an Intel laptop', async () => {
    const samples = await readAt(createFans(hwmonTree('hwmon-intel.txt').root));
    expect(samples.map(({ instance, value }) => [instance, value])).toEqual([['thinkpad:fan1', 2650]]);
  });

  it('a fan that has turned and stops is at 0, one that never turned is not there', async () => {
    const tree = hwmonTree('hwmon-amd.txt');
    const collector = createFans(tree.root);
    await readAt(collector, 0);
    addInput(tree, 'hwmon1', 'fan2_input', 0);
    expect(fan(await readAt(collector, 10_000), 'nct6779:fan2')).toBe(0);
    // After a start of the program nothing says that there is one.
    expect(await readAt(createFans(tree.root))).toEqual([
      { metric: 'fan.speed', source: 'hwmon', missing: 'not-present', note: 'no fan turns' },
    ]);
  });

  it.each([
    ['the fan of the processor', { fan1_label: 'CPU Fan' }, 'CPU Fan', 0],
    ['another name of it', { fan1_label: 'Processor Fan' }, 'Processor Fan', 0],
    ['the socket for a second one', { fan1_label: 'CPU_Opt' }, 'CPU_Opt', undefined],
    ['a case fan', { fan1_label: 'Chassis Fan' }, 'Chassis Fan', undefined],
    ['one below its own least speed', { fan1_alarm: 1, fan1_min: 600 }, 'fan1', 0],
    ['an alarm without a least speed', { fan1_alarm: 1, fan1_min: 0 }, 'fan1', undefined],
    ['one that is broken', { fan1_fault: 1 }, 'fan1', 0],
  ])('at 0 from the start: %s', async (_what, files, name, value) => {
    const tree = new Tree();
    for (const [file, text] of Object.entries({ name: 'nct6798', fan1_input: 0, ...files }))
      addInput(tree, 'hwmon0', file, text);
    expect(fan(await readAt(createFans(tree.root)), `nct6798:${name}`)).toBe(value);
  });

  it('keeps its fans when the chips are numbered anew', async () => {
    const tree = hwmonTree('hwmon-amd.txt');
    const collector = createFans(tree.root);
    await readAt(collector, 0);
    const old = join(tree.root, 'sys/devices/platform/dev-of-hwmon1');
    renameSync(join(old, 'hwmon/hwmon1'), join(old, 'hwmon/hwmon7'));
    rmSync(join(tree.root, 'sys/class/hwmon/hwmon1'));
    tree.link('sys/class/hwmon/hwmon7', 'sys/devices/platform/dev-of-hwmon1/hwmon/hwmon7');
    expect(fan(await readAt(collector, 10_000), 'nct6779:fan2')).toBe('failed');
    expect(fan(await readAt(collector, 20_000), 'nct6779:fan2')).toBe(1660);
  });

  it('tells two chips of one kind apart', async () => {
    const tree = new Tree();
    for (const chip of ['hwmon3', 'hwmon4']) {
      addInput(tree, chip, 'name', 'it8620');
      addInput(tree, chip, 'fan1_input', chip === 'hwmon3' ? 800 : 900);
    }
    const samples = await readAt(createFans(tree.root));
    expect([fan(samples, 'it8620:fan1'), fan(samples, 'it8620:fan1 #2')]).toEqual([800, 900]);
  });

  it.each(['', 'garbage', '1 2', '12e3'])('%j is no speed', async (text) => {
    const tree = new Tree();
    addInput(tree, 'hwmon0', 'name', 'nct6798');
    addInput(tree, 'hwmon0', 'fan1_input', text);
    expect(fan(await readAt(createFans(tree.root)), 'nct6798:fan1')).toBe('failed');
  });

  it('a machine without fan inputs says so', async () => {
    for (const tree of [new Tree(), new Tree().folder('sys/class/hwmon'), hwmonTree('hwmon-unlabelled.txt')])
      expect(await readAt(createFans(tree.root))).toMatchObject([
        { missing: 'unsupported', advice: 'no-sensor' },
      ]);
  });
});

describe('power.voltage of the board', () => {
  const rails = async (tree: Tree) => readAt(createBattery(tree.root));

  it('reads pins without names as what they are', async () => {
    const samples = await rails(hwmonTree('hwmon-unlabelled.txt'));
    expect(samples).toHaveLength(8);
    expect(samples[2]).toEqual({
      metric: 'power.voltage',
      instance: 'nct6798:in2',
      source: 'hwmon:nct6798/in2',
      value: 3.392,
      note: 'at the pin of the chip',
    });
  });

  it('uses names where there are some, beside a battery', async () => {
    const tree = new Tree({
      'sys/class/power_supply/BAT0/type': 'Battery',
      'sys/class/power_supply/BAT0/voltage_now': 11_850_000,
    });
    addInput(tree, 'hwmon0', 'name', 'nct6798');
    addInput(tree, 'hwmon0', 'in1_input', 12_096);
    addInput(tree, 'hwmon0', 'in1_label', '+12V');
    const samples = await rails(tree);
    expect(told(samples, 'power.voltage')).toBe(11.85);
    expect(told(samples, 'power.voltage', 'nct6798:+12V')).toBe(12.096);
    expect(samples.at(-1)).not.toHaveProperty('note');
  });

  it('leaves out what is not of the board: graphics card, battery under power_supply', async () => {
    expect(await rails(hwmonTree('hwmon-amd.txt'))).toEqual([]);
    const tree = new Tree();
    const folder = 'sys/devices/LNXSYSTM:00/PNP0C0A:00/power_supply/BAT0/hwmon2';
    tree.write({ [`${folder}/name`]: 'BAT0', [`${folder}/in0_input`]: 12_100 });
    tree.link('sys/class/hwmon/hwmon2', folder);
    expect(await rails(tree)).toEqual([]);
  });
});
