import { describe, expect, it } from 'vitest';
import { createCapture } from '../../../../../src/main/sampler/collectors/macos/capture.js';
import {
  parseCameras,
  parseMicrophones,
} from '../../../../../src/main/sampler/collectors/macos/device-reports.js';
import { type CameraList, createDevices } from '../../../../../src/main/sampler/collectors/macos/devices.js';
import { createMuted } from '../../../../../src/main/sampler/collectors/macos/muted.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { readAt, told } from '../fixture.js';
import { fixture, macWith, NO_ANSWERS } from './stand-in.js';

describe('which there are', () => {
  it('devices by their ids, software ones not counted', async () => {
    const { run, calls } = macWith({ system_profiler: fixture('apple-silicon/devices.json') });
    const samples = await readAt(createDevices(run, { cameras: null }));
    expect(samples.map(({ metric, instance, value }) => [metric, instance, value])).toEqual([
      ['camera.present', undefined, 1],
      ['camera.present', '0x212000004a93113', 1],
      ['camera.present', '1DCEE953-411B-4B84-905A-257100000001', 1],
      ['microphone.present', undefined, 1],
      ['microphone.present', 'C922 Pro Stream Webcam', 1],
      ['microphone.present', 'MacBook Pro Microphone', 1],
    ]);
    expect(calls.map(({ line }) => line.split(' ')[0])).toEqual(['ioreg', 'system_profiler']);
  });

  it('the report is asked for when USB changes, once more after that, and every minute', async () => {
    const usb = (...ids: string[]) =>
      ids
        .map(
          (id) =>
            `  +-o Camera@0110  <class IOUSBHostDevice, id ${id}, registered, busy 0 (5 ms), retain 20>\n`,
        )
        .join('');
    const answers = {
      'ioreg -p IOUSB': usb('0x1', '0x2'),
      system_profiler: fixture('apple-silicon/devices.json'),
    };
    const { run, calls } = macWith(answers);
    const collector = createDevices(run, { cameras: null });
    const reports = async (at: number) => {
      calls.length = 0;
      const samples = await readAt(collector, at);
      return [calls.length - 1, told(samples, 'camera.present')];
    };
    expect(await reports(0)).toEqual([1, 1]);
    answers['ioreg -p IOUSB'] = usb('0x1', '0x2').replace('retain 20', 'retain 21');
    expect(await reports(10_000)).toEqual([0, 1]);
    answers['ioreg -p IOUSB'] = usb('0x1');
    answers.system_profiler = '{"SPCameraDataType": []}';
    expect(await reports(20_000)).toEqual([1, 0]);
    expect(await reports(30_000)).toEqual([1, 0]);
    expect(await reports(40_000)).toEqual([0, 0]);
    expect(await reports(90_000)).toEqual([1, 0]);
  });

  it('none is a reading; no sound device at all is no answer', () => {
    expect(parseMicrophones(fixture('apple-silicon/devices-built-in.json'))).toEqual([]);
    expect(parseMicrophones('{"SPAudioDataType": []}')).toBeNull();
    expect(parseCameras('{"SPCameraDataType": []}')).toEqual([]);
    expect(parseCameras(fixture('intel/cameras.json'))).toEqual([
      { id: '0x2200000041e409d', name: 'Live! Cam Sync 1080p', builtIn: false },
    ]);
  });

  it.each(NO_ANSWERS)('are %s when the report is none', async (reason, result) => {
    const samples = await readAt(createDevices(macWith({ system_profiler: result }).run, { cameras: null }));
    expect([told(samples, 'camera.present'), told(samples, 'microphone.present')]).toEqual([reason, reason]);
  });

  it('half a report is half an answer', async () => {
    const { run } = macWith({ system_profiler: fixture('intel/cameras.json') });
    const samples = await readAt(createDevices(run, { cameras: null }));
    expect([told(samples, 'camera.present'), told(samples, 'microphone.present')]).toEqual([1, 'failed']);
  });
});

describe('who uses them', () => {
  const camerasOf = (path: string): CameraList => ({ cameras: parseCameras(fixture(path)) });
  const builtIn = camerasOf('apple-silicon/devices-built-in.json');
  const read = async (list: CameraList, answers: Record<string, string | CommandResult>) =>
    readAt(createCapture(macWith(answers).run, list));
  const idle = {
    pmset: fixture('intel/assertions-idle.txt'),
    ioreg: fixture('apple-silicon/front-camera-idle.txt'),
  };

  it('a call uses both, and the program is named', async () => {
    const samples = await read(builtIn, {
      ...idle,
      pmset: fixture('apple-silicon/assertions-call.txt'),
      'ps -o comm= -p 821': '/System/Library/PrivateFrameworks/AVConference.framework/avconferenced\n',
    });
    expect(samples).toMatchObject([
      { metric: 'microphone.inUse', value: 1, note: 'avconferenced' },
      { metric: 'camera.inUse', value: 1 },
    ]);
  });

  it('a program that is gone already is told by its number', async () => {
    const [sample] = await read(builtIn, { ...idle, pmset: fixture('apple-silicon/assertions-call.txt') });
    expect(sample).toMatchObject({ value: 1, note: 'pid 821' });
  });

  it('music and an idle machine use none', async () => {
    for (const path of ['apple-silicon/assertions-playing.txt', 'intel/assertions-idle.txt']) {
      const samples = await read(builtIn, { ...idle, pmset: fixture(path) });
      expect([told(samples, 'microphone.inUse'), told(samples, 'camera.inUse')]).toEqual([0, 0]);
    }
  });

  it('the driver of the built-in camera is believed when it says yes', async () => {
    const ioreg = idle.ioreg.replace('"FrontCameraStreaming" = No', '"FrontCameraStreaming" = Yes');
    expect(told(await read({ cameras: null }, { ...idle, ioreg }), 'camera.inUse')).toBe(1);
  });

  it('a no is believed only where nothing else could be in use', async () => {
    const others = camerasOf('apple-silicon/devices.json');
    expect((await read(others, idle))[1]).toMatchObject({
      missing: 'unsupported',
      advice: 'no-camera-state-on-macos',
    });
    expect(told(await read(builtIn, { ...idle, ioreg: '' }), 'camera.inUse')).toBe('unsupported');
    expect(told(await read({ cameras: [] }, idle), 'camera.inUse')).toBe('not-present');
    expect(told(await read({ cameras: null }, idle), 'camera.inUse')).toBe('warming-up');
  });

  it.each(NO_ANSWERS)('microphone: %s when the list is none', async (reason, result) => {
    const samples = await read(builtIn, { pmset: result, ioreg: result });
    expect([told(samples, 'microphone.inUse'), told(samples, 'camera.inUse')]).toEqual([
      reason,
      'unsupported',
    ]);
  });
});

describe('muted', () => {
  const read = async (answer: string | CommandResult) =>
    readAt(createMuted(macWith({ osascript: answer }).run));

  it.each([
    ['75\n', 0],
    ['0\n', 1],
    ['missing value\n', 'unsupported'],
    ['101', 'failed'],
    ['-1', 'failed'],
    ['7.5', 'failed'],
  ])('a level of %j', async (level, value) => {
    expect(told(await read(level), 'microphone.muted')).toBe(value);
  });

  it.each(NO_ANSWERS)('is %s when the program says nothing useful', async (reason, result) => {
    expect(told(await read(result), 'microphone.muted')).toBe(reason);
  });
});
