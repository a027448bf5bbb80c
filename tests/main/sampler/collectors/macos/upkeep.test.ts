import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAntivirus } from '../../../../../src/main/sampler/collectors/macos/antivirus.js';
import {
  createUpdates,
  parseDefaultsCount,
  parseDefaultsDate,
  parseUpdates,
} from '../../../../../src/main/sampler/collectors/macos/updates.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { readAt, Tree, told } from '../fixture.js';
import { died, fixture, macWith, NO_ANSWERS, said } from './stand-in.js';

const NOW = 1_700_000_000_000;
const DAY = 24 * 3_600_000;

describe('updates', () => {
  const DATE = '2023-11-10 08:14:25 +0000\n';
  const read = async (list: string | CommandResult, date: string | CommandResult = DATE) =>
    readAt(createUpdates(macWith({ softwareupdate: list, defaults: date }).run));
  const both = (samples: Awaited<ReturnType<typeof read>>) => [
    told(samples, 'system.updates'),
    told(samples, 'system.restartPending'),
  ];

  it.each([
    ['apple-silicon/softwareupdate.txt', 4, 1],
    ['intel/softwareupdate-big-sur.txt', 1, 1],
    ['intel/softwareupdate-mojave.txt', 2, 1],
  ])('%s', async (path, count, restart) => {
    const samples = await read(fixture(path));
    expect(both(samples)).toEqual([count, restart]);
    expect(samples[0]?.note).toMatch(/^checked 2023-11-1\d \d\d:\d\d, /);
  });

  it('none, which is said on the channel for errors, with the time of the last look', async () => {
    const none = said('Software Update Tool\n\nFinding available software\n', 'No new software available.\n');
    expect(both(await read(none))).toEqual([0, 0]);
    const never = await read(none, died('The domain/default pair does not exist'));
    expect(never[0]).toMatchObject({ missing: 'not-present', advice: 'check-for-updates' });
  });

  it('a list in another language leaves their number', async () => {
    const answers = {
      softwareupdate: '软件更新工具\n没有可用的新软件。\n',
      'defaults read /Library/Preferences/com.apple.SoftwareUpdate LastSuccessfulDate': DATE,
      'defaults read /Library/Preferences/com.apple.SoftwareUpdate LastUpdatesAvailable': '2\n',
    };
    expect(both(await readAt(createUpdates(macWith(answers).run)))).toEqual([2, 'failed']);
  });

  it.each(['', '-1', '2.5', 'many', '12345'])('"%s" is no number of updates', (text) => {
    expect(parseDefaultsCount(text)).toBeNull();
  });

  it('those without a restart', () => {
    expect(parseUpdates('* Label: Safari\n\tTitle: Safari, Recommended: YES,\n')).toEqual([
      { label: 'Safari', restarts: false },
    ]);
  });

  it.each(NO_ANSWERS)('are %s when the program says nothing useful', async (reason, result) => {
    expect(both(await read(result))).toEqual([reason, reason]);
  });

  it.each(['', '2023-11-10', '2023-13-40 08:14:25 +0000', 'yesterday'])('"%s" is no date', (text) => {
    expect(parseDefaultsDate(text)).toBeNull();
  });
});

describe('protection', () => {
  const BUNDLE = 'Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist';
  const PLIST = '<dict><key>CFBundleShortVersionString</key>\n\t<string>5322</string></dict>';

  const treeAged = (days: number) => {
    const tree = new Tree({ [BUNDLE]: PLIST });
    const at = (NOW - days * DAY) / 1_000;
    utimesSync(join(tree.root, BUNDLE), at, at);
    return tree;
  };
  const read = async (status: string | CommandResult, tree = treeAged(3)) =>
    readAt(createAntivirus(macWith({ 'spctl --status': status }).run, tree.root));

  it('is on, with the version and age of the definitions', async () => {
    const samples = await read('assessments enabled\n');
    expect(samples[0]).toMatchObject({ value: 1, note: 'Gatekeeper, XProtect 5322' });
    expect(told(samples, 'antivirus.definitionAge')).toBeCloseTo(3, 3);
  });

  it('is off, also where the program ends with an error because of it', async () => {
    for (const answer of [said('assessments disabled\n'), died('', 'assessments disabled\n')])
      expect(told(await read(answer), 'antivirus.enabled')).toBe(0);
  });

  it('takes the definitions that are in use', async () => {
    const tree = treeAged(30).write({
      'private/var/protected/xprotect/XProtect.bundle/Contents/Info.plist': PLIST.replace('5322', '5400'),
    });
    const [sample] = await read('assessments enabled\n', tree);
    expect(sample?.note).toContain('5400');
  });

  it('without definitions, or with a date that is not theirs, nothing is claimed', async () => {
    const samples = await read('assessments enabled\n', new Tree());
    expect([told(samples, 'antivirus.enabled'), told(samples, 'antivirus.definitionAge')]).toEqual([
      'failed',
      'failed',
    ]);
    for (const days of [-30, 9_000])
      expect(told(await read('', treeAged(days)), 'antivirus.definitionAge')).toBe('failed');
    expect(told(await read('', treeAged(-0.5)), 'antivirus.definitionAge')).toBe(0);
  });

  it.each(NO_ANSWERS)('is %s when the program says nothing useful', async (reason, result) => {
    expect(told(await read(result), 'antivirus.enabled')).toBe(reason);
  });
});
