import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../src/shared/metrics/dictionary.js';
import { check, parseCheck } from '../support/check-command.js';
import { shippedProfileJson } from '../support/profile.js';

const LOOPBACK = '--probe-target=127.0.0.1';
let dir: string;
const file = (name: string, content: string): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'onair-check-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('check on this very machine', () => {
  it('speaks JSON with every metric of the dictionary and every clause of the state of the equipment', () => {
    const run = check(['--json', LOOPBACK, `--user-data-dir=${dir}`]);
    const { json } = parseCheck(run);
    expect(json.schema).toBe(1);
    expect([...new Set(json.checks.map((one) => one.metric))].sort()).toEqual([...METRIC_IDS].sort());
    const clauses = new Set(json.checks.map((one) => one.clause));
    for (const id of ['R1.a', 'R1.b', 'R1.c', 'R1.d', 'R1.e', 'R1.f', 'R1.g', 'F1.a', 'F1.b'])
      expect(clauses.has(id), id).toBe(true);
    expect({ ok: 0, warning: 1, fault: 2, unknown: 3 }[json.verdict]).toBe(run.status);
    for (const one of json.checks) {
      expect(one.message.length).toBeGreaterThan(3);
      if (one.value === null) {
        expect(one.missing).toBeDefined();
        expect(one.judgement).toBe('unknown');
      }
    }
  });

  it('judges the memory that the kernel reports', () => {
    const { row } = parseCheck(check(['--json', LOOPBACK]));
    const meminfo = Object.fromEntries(
      [...readFileSync('/proc/meminfo', 'utf8').matchAll(/^(\w+):\s+(\d+)/gm)].map(([, key, value]) => [
        key,
        Number(value),
      ]),
    );
    const expected = 100 * (1 - Number(meminfo.MemAvailable) / Number(meminfo.MemTotal));
    expect(Math.abs((row('memory.usage').value ?? NaN) - expected)).toBeLessThan(5);
  });

  it('applies the saved ranges, and names what IT accepted as not monitored', () => {
    const settings = mkdtempSync(join(dir, 'saved-'));
    const stamp = { by: 'IT', at: 1 };
    writeFileSync(
      join(settings, 'settings.json'),
      JSON.stringify({
        schema: 1,
        overrides: {
          'memory.usage': {
            ...stamp,
            limits: { 'fault.above': { value: 0.2 }, 'warning.above': { value: 0.1 } },
          },
        },
        accepted: { 'cpu.temperature': { ...stamp, reason: 'virtual machine' } },
      }),
    );
    const run = check(['--json', LOOPBACK, '--lang', 'zh-CN', `--user-data-dir=${settings}`]);
    const { row } = parseCheck(run);
    expect(run.status).toBe(2);
    expect(row('memory.usage').judgement).toBe('fault');
    expect(row('cpu.temperature')).toMatchObject({
      accepted: true,
      message: expect.stringContaining('不监测'),
    });
  });

  it('prints text in the language asked for', () => {
    expect(check([LOOPBACK, '--lang', 'en']).stdout).toMatch(/State of this computer/);
    expect(check([LOOPBACK, '--lang=zh-CN']).stdout).toMatch(/本机状态/);
  });

  it('records what it read as a trace that it can replay', () => {
    const trace = join(dir, 'recorded.jsonl');
    check(['--json', LOOPBACK, '--record', trace]);
    const run = check(['--replay', trace, '--json']);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout).span).not.toBeNull();
  });

  it('takes several ticks', () => {
    const settings = mkdtempSync(join(dir, 'settings-'));
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({ schema: 1, tickSeconds: 1 }));
    const trace = join(dir, 'three.jsonl');
    check(['--samples', '3', LOOPBACK, '--record', trace, `--user-data-dir=${settings}`]);
    const times = readFileSync(trace, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).at);
    expect(new Set(times).size).toBe(3);
  });
});

describe('bad input is one clear line and a status', () => {
  const refuses = (args: string[], status: number, text: RegExp) => {
    const run = check(args);
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status, stdout: '' });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(text);
  };

  it.each([
    [['--nonsense'], /--nonsense/],
    [['stray'], /stray/],
    [['--samples', '0'], /--samples/],
    [['--samples', 'many'], /--samples/],
    [['--lang', 'de'], /--lang/],
    [['--probe-target=:99999'], /--probe-target/],
    [['--json=yes'], /--json/],
    [['--replay', 'x', '--samples', '2'], /--samples/],
    [['--profile'], /--profile/],
  ])('%j → 64', (args, text) => refuses(args, 64, text));

  it('files that are not there → 66, with the path', () => {
    refuses(['--profile', join(dir, 'absent.json')], 66, /absent\.json/);
    refuses(['--replay', join(dir, 'absent.jsonl')], 66, /absent\.jsonl/);
    refuses(['--replay', dir], 66, /onair-check-/);
    refuses(['--record', join(dir, 'no', 'such', 'folder')], 66, /folder/);
  });

  it('a malformed profile → 65, with file and line or field', () => {
    refuses(['--profile', file('syntax.json', '{\n "schema": 1,\n oops\n}')], 65, /syntax\.json:3/);
    const wrong = structuredClone(shippedProfileJson()) as { clauses: { kind: string }[] };
    Object.assign(wrong.clauses[2] ?? {}, { kind: 'robot' });
    refuses(['--profile', file('kind.json', JSON.stringify(wrong))], 65, /kind\.json: clauses\.2\.kind/);
    refuses(['--profile', file('empty.json', '')], 65, /empty\.json/);
  });

  it('a malformed trace → 65, with file and line', () => {
    const good = '{"at":1,"metric":"cpu.temperature","value":60,"unit":"°C","source":"trace"}';
    refuses(['--replay', file('bad.jsonl', `${good}\n${good}\nnot json\n`)], 65, /bad\.jsonl:3/);
    refuses(
      ['--replay', file('metric.jsonl', good.replace('cpu.temperature', 'cpu.mood'))],
      65,
      /metric\.jsonl:1.*cpu\.mood/,
    );
    refuses(['--replay', file('inf.jsonl', good.replace('60', '1e999'))], 65, /inf\.jsonl:1/);
    refuses(['--replay', file('string.jsonl', good.replace('60', '"60"'))], 65, /string\.jsonl:1/);
  });

  it('a damaged settings file is said and does not stop the check', () => {
    const settings = mkdtempSync(join(dir, 'broken-'));
    writeFileSync(join(settings, 'settings.json'), '{"schema": 1, "tick');
    const run = check(['--json', LOOPBACK, `--user-data-dir=${settings}`]);
    expect(run.stderr).toMatch(/settings\.json/);
    expect(parseCheck(run).json.schema).toBe(1);
    expect(readFileSync(join(settings, 'settings.json'), 'utf8')).toBe('{"schema": 1, "tick');
  });
});

describe('replay', () => {
  it('tells incidents, popups and verdicts on the clock of the trace', () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({
        at: 1_000_000 + i * 2000,
        metric: 'cpu.temperature',
        value: 91,
        unit: '°C',
        source: 'trace',
      }),
    );
    const run = check(['--replay', file('hot.jsonl', lines.join('\n')), '--json', '--lang', 'en']);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toEqual({
      schema: 1,
      span: { from: 1_000_000, to: 1_118_000 },
      verdicts: [
        { at: 1_000_000, verdict: 'ok' },
        { at: 1_030_000, verdict: 'fault' },
      ],
      incidents: [
        {
          clause: 'R1.a',
          metric: 'cpu.temperature',
          severity: 'fault',
          since: 1_000_000,
          openedAt: 1_030_000,
          popupAt: 1_030_000,
          closedAt: null,
          peak: 91,
          unit: '°C',
          message: expect.stringMatching(/^CPU too hot: 91 °C, .*85 °C.*R1\.a.*First: /),
        },
      ],
      popups: 1,
    });
  });

  it('an empty trace is no error', () => {
    const run = check(['--replay', file('nothing.jsonl', '\n\n')]);
    expect(run.status).toBe(0);
  });
});
