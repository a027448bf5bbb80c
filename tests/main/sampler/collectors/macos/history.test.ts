import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReportName } from '../../../../../src/main/sampler/collectors/macos/report-names.js';
import { createReports } from '../../../../../src/main/sampler/collectors/macos/reports.js';
import {
  createShutdown,
  parseShutdownCauses,
} from '../../../../../src/main/sampler/collectors/macos/shutdown.js';
import { readAt, Tree, told } from '../fixture.js';
import { died, fixture, macWith, NO_ANSWERS, said } from './stand-in.js';

/** The wall clock of `readAt`. */
const NOW = 1_700_000_000_000;
const DAY = 24 * 3_600_000;
const FOLDER = 'Library/Logs/DiagnosticReports';

/** The part of a report's name that tells its time. */
function stamp(daysAgo: number): string {
  const date = new Date(NOW - daysAgo * DAY);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}

describe('reports', () => {
  it.each([
    ['panic-full-2026-10-06-231920.0002.panic', 'crash', ''],
    ['Kernel_2019-03-01-101112_Studio-Mac.panic', 'crash', ''],
    ['Kernel_2019-03-01-101112_Studio-Mac.gpuRestart', 'display-reset', ''],
    ['gpuEvent-WindowServer-2023-03-01-101112.ips', 'display-reset', ''],
    ['Final Cut Pro_2023-03-01-101112_Studio-Mac.hang', 'hang', 'Final Cut Pro'],
    ['obs_2023-03-01-101112_Studio-Mac.spin', 'hang', 'obs'],
  ])('%s is a %s', (name, kind, program) => {
    expect(parseReportName(name)).toMatchObject({ kind, program, at: expect.any(Number) });
  });

  it.each([
    'awdd_2015-10-29-204914_Proton.awd',
    'obs-2023-03-01-101112.ips',
    'panic',
    '',
    'x.cpu_resource.diag',
  ])('%s is none of ours', (name) => {
    expect(parseReportName(name)).toBeNull();
  });

  it('a time that no calendar has is none', () => {
    expect(parseReportName('Kernel_2019-13-41-256199_x.panic')).toMatchObject({ at: null });
  });

  it('counts the last seven days, each event once, with its times', async () => {
    const tree = new Tree({
      [`${FOLDER}/panic-full-${stamp(1)}.0002.panic`]: '',
      [`${FOLDER}/panic-base-${stamp(1)}.panic`]: '',
      [`${FOLDER}/Retired/panic-full-${stamp(2)}.0002.panic`]: '',
      [`${FOLDER}/panic-full-${stamp(8)}.0002.panic`]: '',
      [`${FOLDER}/panic-full-${stamp(-2)}.0002.panic`]: '',
      [`home/${FOLDER}/obs_${stamp(3)}_mac.hang`]: '',
    });
    const samples = await readAt(createReports(tree.root, join(tree.root, 'home')));
    expect(samples.map(({ metric, value }) => [metric, value])).toEqual([
      ['system.hang', 1],
      ['system.crash', 2],
      ['display.reset', 0],
    ]);
    expect(samples[0]?.note).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d obs$/);
    expect(samples[1]?.note?.split(', ')).toHaveLength(2);
  });

  it('a folder that is not there is no folder without reports', async () => {
    const samples = await readAt(createReports(new Tree().root, '/nowhere'));
    expect(samples.map(({ missing }) => missing)).toEqual(['failed', 'failed', 'failed']);
  });

  it.each(['EACCES', 'EPERM'])('one that is closed (%s) needs rights', async (code) => {
    const closed = () => Promise.reject(Object.assign(new Error(code), { code }));
    const samples = await readAt(createReports('/', '/nowhere', closed));
    for (const sample of samples)
      expect(sample).toMatchObject({ missing: 'needs-rights', advice: 'admin-account-on-macos' });
  });
});

describe('unexpected restarts', () => {
  const intel = { uptimeMs: () => 2 * DAY, isAppleSilicon: () => false };

  it('reads the causes in both forms of the log', () => {
    expect(parseShutdownCauses(fixture('intel/log-show-causes.txt'))).toEqual([
      { at: Date.parse('2020-03-27T13:27:22+01:00'), cause: 5 },
      { at: Date.parse('2020-03-28T09:00:01+01:00'), cause: 3 },
      { at: Date.parse('2020-03-29T10:00:01+02:00'), cause: -128 },
    ]);
  });

  it('counts the ones that no orderly shutdown went before, and searches once', async () => {
    const line = (daysAgo: number, cause: number) => {
      const time = new Date(NOW - daysAgo * DAY)
        .toISOString()
        .replace('T', ' ')
        .replace(/\..*/, '.000000+0000');
      return `${time}  localhost kernel[0]: (AppleSMC) Previous shutdown cause: ${cause}\n`;
    };
    const { run, calls } = macWith({ 'log show': line(1, 5) + line(2, 3) + line(3, 0) + line(9, 3) });
    const collector = createShutdown(run, intel);
    for (const at of [0, 600_000]) {
      const [sample] = await readAt(collector, at);
      expect(sample).toMatchObject({ value: 2, note: expect.stringMatching(/\(3\).*\(0\)/) });
    }
    expect(calls).toHaveLength(1);
  });

  it('a week without a restart needs no log; Apple silicon has no cause', async () => {
    const { run, calls } = macWith({});
    const long = createShutdown(run, { uptimeMs: () => 8 * DAY, isAppleSilicon: () => true });
    expect(told(await readAt(long), 'system.unexpectedReboot')).toBe(0);
    const [sample] = await readAt(createShutdown(run, { ...intel, isAppleSilicon: () => true }));
    expect(sample).toMatchObject({ missing: 'unsupported', advice: 'no-record-on-macos' });
    expect(calls).toEqual([]);
  });

  it.each(NO_ANSWERS)('is %s or without a record, and not searched again soon', async (reason, result) => {
    const { run, calls } = macWith({ 'log show': result });
    const collector = createShutdown(run, intel);
    const expected = result.kind === 'done' ? 'unsupported' : reason;
    for (const at of [0, 600_000])
      expect(told(await readAt(collector, at), 'system.unexpectedReboot')).toBe(expected);
    expect(calls).toHaveLength(1);
    await readAt(collector, 6 * 3_600_000);
    expect(calls).toHaveLength(result.kind === 'done' ? 1 : 2);
  });

  it('a log that is open to administrators only needs rights', async () => {
    const { run } = macWith({ 'log show': died('log: Could not open local log store: must be admin') });
    expect((await readAt(createShutdown(run, intel)))[0]).toMatchObject({
      missing: 'needs-rights',
      advice: 'admin-account-on-macos',
    });
  });

  it('a log that knows nothing of the last start is no week without trouble', async () => {
    const [sample] = await readAt(
      createShutdown(macWith({ 'log show': said('Timestamp (process)[PID]\n') }).run, intel),
    );
    expect(sample).toMatchObject({ missing: 'unsupported' });
  });
});
