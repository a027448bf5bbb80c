import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { check, parseCheck } from '../support/check-command.js';
import { FakeHardware, namespaceProblem } from '../support/fake-hardware.js';

const problem = namespaceProblem();

describe('check with fake hardware', () => {
  let hardware: FakeHardware;
  beforeAll(() => {
    if (!problem) hardware = new FakeHardware();
  });
  beforeEach((context) => {
    if (problem) context.skip(problem);
  });
  afterAll(() => hardware?.remove());
  const run = () => {
    const result = check(['--json', '--probe-target=127.0.0.1', '--lang', 'en'], hardware);
    return { ...parseCheck(result), status: result.status };
  };

  it('gives the values to the digit, with their source', () => {
    const { row, json, status } = run();
    expect(row('cpu.temperature')).toMatchObject({
      value: 55,
      unit: '°C',
      judgement: 'ok',
      source: expect.stringContaining('coretemp'),
    });
    expect(
      json.checks
        .filter((one) => one.metric === 'cpu.temperature' && one.instance && one.clause === 'R1.a')
        .map((one) => one.value)
        .sort(),
    ).toEqual([53, 53.5, 54, 54.5]);
    expect(row('power.ac').value).toBe(1);
    expect(row('power.battery').value).toBe(83);
    expect(row('camera.present').value).toBe(1);
    expect(row('microphone.present').value).toBe(1);
    // Idle test machines use little memory, which is advisory and never more.
    expect(json.verdict).toBe('ok');
    expect(status).toBe(0);
  });

  it.each([
    ['49.9', 'advisory', 0],
    ['50', 'ok', 0],
    ['70', 'ok', 0],
    ['70.1', 'warning', 1],
    ['85', 'fault', 2],
    ['0', 'unknown', 3],
    ['151', 'unknown', 3],
  ])('CPU at %s °C is %s, exit status %d', (temperature, judgement, status) => {
    hardware.set('temp', temperature);
    const result = run();
    expect(result.row('cpu.temperature').judgement).toBe(judgement);
    expect(result.status).toBe(status);
    hardware.set('temp', '55');
  });

  it('an implausible temperature says so and is not shown as a value', () => {
    hardware.set('temp', '-5');
    expect(run().row('cpu.temperature')).toMatchObject({ value: null, missing: 'implausible' });
    hardware.set('temp', '55');
  });

  it('without baseline a missing camera and microphone are warnings', () => {
    hardware.set('cam', 'off');
    const { row, status } = run();
    expect(row('camera.present')).toMatchObject({ value: 0, judgement: 'warning' });
    expect(status).toBe(1);
    hardware.set('cam', 'on');
  });

  it('on battery is a warning, a nearly empty one a fault', () => {
    hardware.set('ac', '0');
    hardware.set('battery', '55', 'Discharging');
    expect(run().status).toBe(1);
    hardware.set('battery', '19', 'Discharging');
    expect(run().row('power.battery').judgement).toBe('fault');
    hardware.set('ac', '1');
    hardware.set('battery', '83', 'Charging');
  });

  it('reads board, memory controller and devices in use, with their sources', () => {
    const { row } = run();
    expect(row('fan.speed', 'nct6798:CPU Fan')).toMatchObject({ value: 1_180, judgement: 'ok' });
    expect(row('fan.speed', 'nct6798:Chassis Fan').value).toBe(760);
    expect(row('power.voltage', 'nct6798:+12V')).toMatchObject({ value: 12.096, unit: 'V' });
    expect(row('memory.errors')).toMatchObject({ value: 0, source: expect.stringContaining('edac') });
    expect(row('memory.errors', 'uncorrected').value).toBe(0);
    expect(row('camera.error').value).toBe(0);
  });

  it('a stopped fan is a fault while the processor is hot, and only then', () => {
    hardware.set('fan', '1', '0');
    hardware.set('fan', '2', '0');
    const cool = run();
    expect(cool.row('fan.speed', 'nct6798:CPU Fan')).toMatchObject({ value: 0, judgement: 'ok' });
    // Nothing says that there is a fan in the other socket.
    expect(() => cool.row('fan.speed', 'nct6798:Chassis Fan')).toThrow('no row');
    hardware.set('temp', '75');
    const hot = run();
    expect(hot.row('fan.speed', 'nct6798:CPU Fan')).toMatchObject({ value: 0, judgement: 'fault' });
    expect(hot.status).toBe(2);
    for (const [what, ...values] of [
      ['fan', '1', '1180'],
      ['fan', '2', '760'],
      ['temp', '55'],
    ] as const)
      hardware.set(what, ...values);
  });

  it('an uncorrected memory error is a fault, corrected ones that were there are none', () => {
    hardware.set('ce', '7');
    expect(run().row('memory.errors')).toMatchObject({ value: 7, judgement: 'ok' });
    hardware.set('ue', '1');
    expect(run().row('memory.errors', 'uncorrected').judgement).toBe('fault');
    hardware.set('ue', '0');
  });

  it('a camera that a program has open is in use', () => {
    const args = ['--json', '--probe-target=127.0.0.1', '--lang', 'en'];
    expect(parseCheck(check(args, hardware)).row('camera.inUse').value).toBe(0);
    const { row } = parseCheck(check(args, hardware, {}, '/dev/video0'));
    expect(row('camera.inUse')).toMatchObject({ value: 1, source: '/proc/*/fd' });
  });
});

describe('check on hardware that is named otherwise', () => {
  let hardware: FakeHardware;
  beforeEach((context) => {
    if (problem) context.skip(problem);
    hardware = new FakeHardware();
  });
  afterEach(() => hardware?.remove());
  const rows = () => parseCheck(check(['--json', '--probe-target=127.0.0.1', '--lang', 'en'], hardware)).row;

  it('an adapter ADP1 and a battery BAT1', () => {
    hardware.set('adapter', 'ADP1');
    hardware.set('batname', 'BAT1');
    expect(rows()('power.ac')).toMatchObject({ value: 1, source: expect.stringContaining('ADP1') });
    hardware.set('ac', '0');
    hardware.set('battery', '44', 'Discharging');
    expect(rows()('power.ac').value).toBe(0);
    expect(rows()('power.battery')).toMatchObject({ value: 44, source: expect.stringContaining('BAT1') });
  });

  it('two batteries: weighed together, each an instance', () => {
    hardware.set('battery2', '41', 'Charging');
    const row = rows();
    expect(row('power.battery').value).toBe(62);
    expect([row('power.battery', 'BAT0').value, row('power.battery', 'BAT9').value]).toEqual([83, 41]);
  });

  it('chips without labels, and with other numbers', () => {
    hardware.set('labels', 'off');
    hardware.set('renumber');
    hardware.set('temp', '61.5');
    const row = rows();
    expect(row('cpu.temperature')).toMatchObject({
      value: 61.5,
      source: expect.stringContaining('coretemp'),
    });
    expect(row('fan.speed', 'nct6798:fan1').value).toBe(1_180);
    expect(row('power.voltage', 'nct6798:in1').value).toBe(12.096);
  });
});

it('a temperature that stands still for an hour under a changing load is not believed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'onair-stuck-'));
  const trace = join(dir, 'stuck.jsonl');
  const lines = Array.from({ length: 400 }, (_, index) => {
    const at = 1_800_000_000_000 + index * 10_000;
    const load = { at, metric: 'cpu.load', value: index % 2 ? 80 : 10, unit: '%', source: 'trace' };
    const heat = { at, metric: 'cpu.temperature', value: 55, unit: '°C', source: 'trace' };
    return `${JSON.stringify(load)}\n${JSON.stringify(heat)}\n`;
  });
  writeFileSync(trace, lines.join(''));
  const { verdicts } = JSON.parse(check(['--replay', trace, '--json']).stdout) as {
    verdicts: { at: number; verdict: string }[];
  };
  rmSync(dir, { recursive: true });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['ok', 'unknown']);
  expect(verdicts[1]?.at).toBeGreaterThanOrEqual(1_800_000_000_000 + 3_600_000);
});
