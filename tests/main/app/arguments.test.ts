import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/main/app/arguments.js';

const DEFAULTS = { hidden: false, precheck: false, printState: false };

describe('parseArguments', () => {
  test('nothing asks for nothing', () => {
    expect(parseArguments([])).toEqual({ ok: true, value: DEFAULTS });
  });

  test('all switches together', () => {
    const argv = [
      '.',
      '--hidden',
      '--print-state',
      '--replay=a=b.jsonl',
      '--replay-speed=0.5',
      '--lang=en',
      '--probe-target=[::1]:7',
      '--profile=p.json',
    ];
    expect(parseArguments(argv)).toEqual({
      ok: true,
      value: {
        hidden: true,
        precheck: false,
        printState: true,
        replay: { file: 'a=b.jsonl', speed: 0.5 },
        language: 'en',
        probeTarget: { host: '::1', port: 7 },
        profile: 'p.json',
      },
    });
  });

  test('the last of two wins', () => {
    expect(parseArguments(['--lang=en', '--lang=zh-CN'])).toMatchObject({ value: { language: 'zh-CN' } });
  });

  test("Chromium's switches, files and what follows -- pass", () => {
    const argv = [
      '--no-sandbox',
      '--remote-debugging-port=0',
      '--user-data-dir=/x',
      '--profile-directory=Default',
      '--use-fake-device-for-media-stream=fps=30',
      'file.txt',
      '--',
      '--replay',
    ];
    expect(parseArguments(argv)).toEqual({ ok: true, value: DEFAULTS });
  });

  test.each([
    ['--replay', 'needsValue', '--replay'],
    ['--replay=', 'needsValue', '--replay'],
    ['--profile', 'needsValue', '--profile'],
    ['--hidden=1', 'takesNoValue', '--hidden'],
    ['--lang=de', 'badValue', '--lang'],
    ['--probe-target=a b', 'badValue', '--probe-target'],
    ['--probe-target=host:70000', 'badValue', '--probe-target'],
    ['--replay-speed=2', 'needsReplay', '--replay-speed'],
    ['--replay-sped=2', 'unknownSwitch', '--replay-sped'],
  ])('%s: %s', (argument, code, name) => {
    const parsed = parseArguments([argument]);
    expect(parsed).toMatchObject({ ok: false, problem: { code, name } });
  });

  test.each(['0', '-1', 'NaN', 'Infinity', 'fast', '1e9', ' '])('speed %s is refused', (speed) => {
    expect(parseArguments(['--replay=t', `--replay-speed=${speed}`])).toMatchObject({
      ok: false,
      problem: { code: 'badValue', name: '--replay-speed' },
    });
  });
});
