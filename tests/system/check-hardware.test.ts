import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
});
