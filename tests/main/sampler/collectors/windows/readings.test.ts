import { describe, expect, it } from 'vitest';
import { antivirusSamples } from '../../../../../src/main/sampler/collectors/windows/antivirus.js';
import { parsePower } from '../../../../../src/main/sampler/collectors/windows/batteries.js';
import {
  captureUseSample,
  programName,
} from '../../../../../src/main/sampler/collectors/windows/capture-use.js';
import {
  cameraSamples,
  microphoneSamples,
  mutedSample,
  phoneSamples,
} from '../../../../../src/main/sampler/collectors/windows/devices.js';
import { parseEvents } from '../../../../../src/main/sampler/collectors/windows/event-log.js';
import { hangSample, incidentSamples } from '../../../../../src/main/sampler/collectors/windows/history.js';
import { sortIncidents } from '../../../../../src/main/sampler/collectors/windows/incidents.js';
import { zoneNote } from '../../../../../src/main/sampler/collectors/windows/lhm/collectors.js';
import { isMemory, memorySamples } from '../../../../../src/main/sampler/collectors/windows/memory-errors.js';
import { swapSample } from '../../../../../src/main/sampler/collectors/windows/page-file.js';
import { acSample, powerSamples } from '../../../../../src/main/sampler/collectors/windows/power.js';
import { restartSample } from '../../../../../src/main/sampler/collectors/windows/restart.js';
import { healthSamples } from '../../../../../src/main/sampler/collectors/windows/smart.js';
import { updateSample } from '../../../../../src/main/sampler/collectors/windows/updates.js';
import { signalSample } from '../../../../../src/main/sampler/collectors/windows/wifi.js';
import { told } from '../fixture.js';
import { fixture, partValue } from './fixture.js';

const value = (list: unknown, more: object = {}) => ({ value: { list, now: 2e12, ...more } });

describe('antivirus', () => {
  it('Defender on, with its ages', () => {
    const samples = antivirusSamples(fixture('en/security.json'));
    expect(samples[0]).toMatchObject({ value: 1, note: 'Windows Defender' });
    expect(told(samples, 'antivirus.definitionAge')).toBe(1);
    expect(told(samples, 'antivirus.scanAge')).toBe(3);
  });

  it('another product tells no days', () => {
    const samples = antivirusSamples(fixture('zh-CN/security.json'));
    expect(samples[0]).toMatchObject({ value: 1, note: '火绒安全软件' });
    expect(samples[1]).toMatchObject({ missing: 'unsupported', note: '火绒安全软件: up to date' });
    expect(told(samples, 'antivirus.scanAge')).toBe('unsupported');
  });

  it('off, snoozed and expired are not on; a server without security centre says so', () => {
    for (const state of [393216, 0x62000, 0x63010])
      expect(told(antivirusSamples({ products: value([{ name: 'X', state }]) }), 'antivirus.enabled')).toBe(
        0,
      );
    const server = antivirusSamples({ products: { fault: { kind: 'InvalidNamespace' } } });
    expect(server[0]).toMatchObject({ missing: 'unsupported', advice: 'no-security-centre' });
    expect(told(antivirusSamples({}), 'antivirus.enabled')).toBe('failed');
  });
});

describe('event logs', () => {
  const log = parseEvents(partValue(fixture('en/events.json'), 'system'));
  const samples = incidentSamples(sortIncidents(log?.events ?? []), log?.now ?? 0);

  it('one blue screen counts once, whoever reports it; a power cut is no blue screen', () => {
    expect(told(samples, 'system.crash')).toBe(1);
    expect(samples[0]?.note).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d 0x9F$/);
    expect(told(samples, 'system.unexpectedReboot')).toBe(1);
  });

  it('counts display resets of a week and disk errors of a day, and no event of others', () => {
    expect(told(samples, 'display.reset')).toBe(1);
    expect(samples[3]).toMatchObject({ metric: 'disk.errors', value: 1 });
    expect(samples[3]?.note).toContain('disk 153');
  });

  it('names the program that stopped answering', () => {
    const hang = hangSample(partValue(fixture('en/events.json'), 'application'));
    expect(hang).toMatchObject({ value: 1 });
    expect(hang.note).toContain('obs64.exe');
  });
});

describe('memory errors', () => {
  const boot = '116444736000000000';
  const event = (id: number, fields = {}) => ({
    id,
    provider: 'Microsoft-Windows-WHEA-Logger',
    at: 1,
    fields,
  });

  it('without ECC there is no 0', () => {
    const samples = memorySamples({ ecc: value([3]), events: value([], { boot }) });
    expect(samples).toMatchObject([{ missing: 'unsupported', advice: 'no-ecc' }]);
  });

  it('with ECC counts corrected ones, and the others as an instance', () => {
    const events = [event(47), event(47), event(46), event(19, { MciStat: '0x9c0000000000011a' })];
    const samples = memorySamples({ ecc: value(6), events: value(events, { boot }) });
    expect(told(samples, 'memory.errors')).toBe(2);
    expect(told(samples, 'memory.errors', 'uncorrected')).toBe(1);
  });

  it('tells memory controllers from caches and buses', () => {
    const of = (MciStat: unknown) =>
      isMemory({ id: 19, provider: '', at: 1, fields: { MciStat }, values: [] });
    expect(of('0x8c00004000010090')).toBe(true);
    expect(of('0x8c00004000011090')).toBe(true);
    expect([of('0xbe00000000800400'), of('0x9c0000000000011a'), of('x'), of(null)]).not.toContain(true);
  });
});

describe('power', () => {
  const power = (name: string) =>
    parsePower(partValue(fixture(name), 'power')) ?? { batteries: [], charges: [] };
  const battery = { instance: 'ACPI\\1', online: true, voltage: 12_000, chargeRate: 0, dischargeRate: 0 };
  const one = (more: object) =>
    parsePower({ batteries: [{ charge: 50 }], status: [{ ...battery, ...more }] });

  it('on battery: charge, live voltage, current from mW', () => {
    const samples = powerSamples(power('en/fast.json'));
    expect(acSample(power('en/fast.json'))).toMatchObject({ value: 0 });
    expect(told(samples, 'power.battery')).toBe(83);
    expect(told(samples, 'power.voltage')).toBe(11.85);
    expect(told(samples, 'power.current')).toBeCloseTo(-0.7595, 4);
  });

  it('only an answer without batteries means mains', () => {
    expect(acSample(power('zh-CN/fast.json'))).toMatchObject({ value: 1, source: 'no-battery' });
    expect(acSample({ batteries: [], charges: [80] })).toMatchObject({ missing: 'failed' });
    expect(parsePower({ batteries: 'x', status: [] })).toBeNull();
  });

  it('unknown rates and units of its own give no current', () => {
    for (const more of [
      { discharging: true, dischargeRate: -2147483648 },
      { discharging: true, dischargeRate: 9_000, capabilities: 0x40000000 },
      { voltage: 4294967295 },
    ]) {
      const parsed = one(more);
      expect(told(powerSamples(parsed ?? power('en/fast.json')), 'power.current')).toBe('unsupported');
    }
  });

  it('a UPS is no battery of the machine', () => {
    const samples = powerSamples(one({ instance: 'HID\\VID_051D' }) ?? power('en/fast.json'));
    expect(told(samples, 'power.ups')).toBe(50);
    expect(told(samples, 'power.battery')).toBeUndefined();
  });

  it('two batteries are weighed and each is an instance', () => {
    const status = [
      { ...battery, remaining: 40, full: 50 },
      { ...battery, instance: 'ACPI\\2', remaining: 10, full: 50 },
    ];
    const samples = powerSamples(parsePower({ batteries: [{}, {}], status }) ?? power('en/fast.json'));
    expect(told(samples, 'power.battery')).toBe(50);
    expect(told(samples, 'power.battery', 'ACPI\\2')).toBe(20);
  });
});

describe('cameras and microphones', () => {
  const english = fixture('en/devices.json');
  const chinese = fixture('zh-CN/devices.json');
  const muted = 'microphone.muted';

  it('usable cameras; virtual ones and scanners are none; an error is told', () => {
    const samples = cameraSamples(english);
    expect(samples[0]).toMatchObject({ value: 1, note: 'HD Webcam C270' });
    expect(samples.filter(({ metric, instance }) => metric === 'camera.present' && instance)).toHaveLength(1);
    expect(samples.find(({ metric }) => metric === 'camera.error')).toMatchObject({
      value: 1,
      note: 'Integrated Camera: code 22',
    });
    expect(cameraSamples(chinese)[0]).toMatchObject({ value: 1, note: '集成摄像头' });
  });

  it('phones among portable devices; cameras, card readers and ones that do not work are none', () => {
    const row = { class: 'WPD', service: 'WUDFWpdMtp', error: 0, present: true };
    const list = [
      { ...row, id: 'USB\\VID_04E8&PID_6860\\R5', name: 'Galaxy' },
      { ...row, id: 'USB\\VID_05AC&PID_12A8&MI_00\\6&1', name: 'Apple iPhone' },
      { ...row, id: 'USB\\VID_04A9&PID_32D9\\1', name: 'Canon EOS' },
      { ...row, id: 'SWD\\WPDBUSENUM\\{1}#0000', name: 'E:\\' },
      { ...row, id: 'USB\\VID_18D1&PID_4EE1\\2', name: 'Pixel', error: 28 },
      { ...row, id: 'USB\\VID_18D1&PID_4EE1\\3', name: 'Pixel', class: 'USBDevice' },
    ];
    const samples = phoneSamples({ devices: value(list) });
    expect(samples[0]).toMatchObject({ metric: 'phone.present', value: 1, note: 'Galaxy, Apple iPhone' });
    expect(samples).toHaveLength(3);
    expect(phoneSamples(english)[0]).toMatchObject({ value: 0 });
    expect(phoneSamples({ devices: value('text') })).toMatchObject([{ missing: 'failed' }]);
  });

  it('microphones with their names, muted or not', () => {
    expect(microphoneSamples(english)[0]).toMatchObject({ value: 1, note: 'Microphone (USB Audio)' });
    expect(mutedSample(english)).toMatchObject({ metric: muted, value: 1 });
    expect(mutedSample(chinese)).toMatchObject({ missing: 'failed' });
    expect(mutedSample({ audio: value([]) })).toMatchObject({ missing: 'not-present' });
    expect(microphoneSamples({ audio: value([]) })).toMatchObject([{ value: 0 }]);
  });

  it('who uses them; what a killed program left behind does not count', () => {
    const usage = partValue(english, 'usage');
    expect(captureUseSample('microphone.inUse', usage, 'microphone')).toMatchObject({
      value: 1,
      note: 'Zoom.exe',
    });
    expect(captureUseSample('camera.inUse', usage, 'webcam')).toMatchObject({ value: 0 });
    const chineseUse = partValue(chinese, 'usage');
    expect(captureUseSample('camera.inUse', chineseUse, 'webcam')).toMatchObject({ note: '直播伴侣.exe' });
    expect(captureUseSample('microphone.inUse', chineseUse, 'microphone')).toMatchObject({
      missing: 'unsupported',
    });
    expect(programName('Microsoft.WindowsCamera_8wekyb3d8bbwe')).toBe('Microsoft.WindowsCamera');
  });
});

describe('the rest', () => {
  const system = fixture('en/system.json');

  it('SMART: healthy disks, a warning, an unknown one', () => {
    const samples = healthSamples(partValue(fixture('en/smart.json'), 'health'), false);
    expect(told(samples, 'disk.smart')).toBe(1);
    expect(told(samples, 'disk.smart', '17FH77WAS')).toBe(1);
    const list = [
      { number: '0', serial: 'A', health: 1 },
      { number: '1', serial: 'B', health: 5 },
    ];
    expect(told(healthSamples({ list }, false), 'disk.smart')).toBe(0);
    expect(told(healthSamples({ list }, false), 'disk.smart', 'B')).toBe('unsupported');
    expect(told(healthSamples({ list: [] }, true), 'disk.smart')).toBe(0);
  });

  it('page file, pending restart, ACPI zones as a labelled note', () => {
    expect(swapSample(partValue(system, 'pageFile'))).toMatchObject({ value: 25 });
    expect(swapSample({ list: [] })).toMatchObject({ missing: 'not-present' });
    expect(restartSample(partValue(system, 'restart'))).toMatchObject({ value: 1 });
    expect(restartSample({})).toMatchObject({ missing: 'failed' });
    expect(zoneNote(partValue(system, 'zones'))).toMatch(
      /^substitute, not the processor: ACPI zone .*44\.\d °C$/,
    );
  });

  it('updates with their age; a machine that has never searched knows nothing', () => {
    const at = Date.UTC(2026, 10, 24);
    const searched = at - 3 * 86_400_000;
    expect(updateSample({ result: 2, count: 4, searched, installed: searched }, at)).toMatchObject({
      value: 4,
      note: 'searched 3 d ago, last installed 2026-11-21',
    });
    expect(updateSample({ result: 2, count: 0, searched: null }, at)).toMatchObject({
      missing: 'unsupported',
    });
    expect(updateSample({ result: 4, count: 0, searched }, at)).toMatchObject({ missing: 'failed' });
  });

  it('Wi-Fi: dBm, no location, not connected', () => {
    const of = (row: object) =>
      signalSample({ list: [{ id: '{ab}', state: '1', error: '0', ...row }] }, '{AB}');
    expect(of({ dbm: '-58' })).toMatchObject({ value: -58 });
    expect(of({ error: '5', dbm: '' })).toMatchObject({ missing: 'needs-rights', advice: 'allow-location' });
    expect(of({ state: '4', dbm: '' })).toMatchObject({ missing: 'not-present' });
    expect(of({ dbm: '0' })).toMatchObject({ missing: 'unsupported' });
  });
});
