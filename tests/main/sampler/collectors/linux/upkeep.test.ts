import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAntivirus } from '../../../../../src/main/sampler/collectors/linux/antivirus.js';
import { parseDefinitions, parseScanEnd } from '../../../../../src/main/sampler/collectors/linux/clamav.js';
import {
  parseApt,
  parseDnf,
  parsePacman,
} from '../../../../../src/main/sampler/collectors/linux/package-managers.js';
import { createRestart, parseKernel } from '../../../../../src/main/sampler/collectors/linux/restart.js';
import { createUpdates } from '../../../../../src/main/sampler/collectors/linux/updates.js';
import type { CommandResult, RunCommand } from '../../../../../src/main/sampler/command.js';
import { readAt, Tree, told } from '../fixture.js';
import { died, fixture, said, systemWith } from './stand-in.js';

/** The wall clock of `readAt`. */
const NOW = 1_700_000_000_000;

/** A system whose package managers answer; they are run by `nice`. */
const managersWith = (answers: Readonly<Record<string, string | CommandResult>>) => {
  const system = systemWith(answers);
  const run: RunCommand = (_nice, [_n, _least, file = '', ...args], context, options) =>
    system.run(file, args, context, options);
  return { run, calls: system.calls };
};

const apt = () =>
  new Tree({
    'usr/bin/apt-get': '',
    'var/lib/dpkg/status': '',
    'var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_InRelease': '',
  });

describe('system.updates', () => {
  it('reads apt as recorded', () => {
    expect(parseApt(fixture('apt-upgrade.txt'))).toEqual({ count: 6, security: 4 });
    expect(parseApt(fixture('apt-none.txt'))).toEqual({ count: 0, security: 0 });
    expect(parseApt(fixture('apt-upgrade.txt').slice(0, -80))).toBeNull();
    expect(parseApt('')).toBeNull();
    expect(parseApt('E: Could not open lock file')).toBeNull();
  });

  it('reads dnf and pacman, without what is obsolete or ignored', () => {
    expect(parseDnf(fixture('dnf-check-update.txt')).count).toBe(1);
    expect(parsePacman(fixture('pacman-qu.txt')).count).toBe(2);
  });

  it('asks apt again only when packages or lists have changed', async () => {
    const tree = apt();
    const { run, calls } = managersWith({ 'apt-get -s': fixture('apt-upgrade.txt') });
    const collector = createUpdates(tree.root, run);
    utimesSync(join(tree.root, 'var/lib/apt/lists'), NOW / 1_000 - 3 * 86_400, NOW / 1_000 - 3 * 86_400);
    const file = join(tree.root, 'var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_InRelease');
    utimesSync(file, NOW / 1_000 - 9 * 86_400, NOW / 1_000 - 9 * 86_400);
    expect(await readAt(collector)).toEqual([
      { metric: 'system.updates', source: 'apt', value: 6, note: 'lists 3 d old, 4 of security' },
    ]);
    await readAt(collector, 600_000);
    expect(calls).toHaveLength(1);
    utimesSync(join(tree.root, 'var/lib/dpkg/status'), 1, 1);
    await readAt(collector, 1_200_000);
    expect(calls).toHaveLength(2);
  });

  it.each([
    ['a system that is not known', () => new Tree(), {}, 'unsupported'],
    ['lists that were never fetched', () => new Tree({ 'usr/bin/apt-get': '' }), {}, 'not-present'],
    ['apt that fails', apt, { 'apt-get': died('E: broken') }, 'failed'],
    ['apt that hangs', apt, { 'apt-get': { kind: 'timed-out' } }, 'timed-out'],
    ['apt that says nothing', apt, { 'apt-get': '' }, 'failed'],
    ['dnf without lists', dnf, { dnf: died('Cache-only enabled but no cache') }, 'failed'],
  ] as const)('%s', async (_what, tree, answers, missing) => {
    const sample = (await readAt(createUpdates(tree().root, managersWith(answers).run)))[0];
    expect(sample?.missing).toBe(missing);
  });

  it('takes the exit status of dnf and pacman for what it says', async () => {
    const some = { kind: 'failed', code: 100, stdout: fixture('dnf-check-update.txt'), stderr: '' } as const;
    expect(
      told(await readAt(createUpdates(dnf().root, managersWith({ dnf: some }).run)), 'system.updates'),
    ).toBe(1);
    expect(
      told(await readAt(createUpdates(dnf().root, managersWith({ dnf: said('') }).run)), 'system.updates'),
    ).toBe(0);
    const arch = new Tree({ 'usr/bin/pacman': '', 'var/lib/pacman/sync/core.db': '' });
    expect(
      told(await readAt(createUpdates(arch.root, managersWith({ pacman: died() }).run)), 'system.updates'),
    ).toBe(0);
    const broken = managersWith({ pacman: died('error: failed to initialize alpm library') });
    expect(told(await readAt(createUpdates(arch.root, broken.run)), 'system.updates')).toBe('failed');
  });
});

function dnf(): Tree {
  return new Tree({ 'usr/bin/dnf': '', 'var/cache/dnf/x.solv': '' });
}

describe('system.restartPending', () => {
  const read = async (files: Record<string, string>, kernel: string) =>
    (await readAt(createRestart(new Tree(files).root, kernel)))[0];
  const installed = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [`lib/modules/${name}/modules.dep`, '']));

  it('is 1 when a package asked for it, with its name', async () => {
    const files = { 'run/reboot-required': '', 'run/reboot-required.pkgs': 'linux-base\nlibc6\nlibc6' };
    expect(await read(files, '6.1.0-21-amd64')).toMatchObject({ value: 1, note: 'linux-base, libc6' });
  });

  it.each([
    ['6.1.0-21-amd64', ['6.1.0-21-amd64'], 0],
    ['6.1.0-21-amd64', ['6.1.0-18-amd64', '6.1.0-21-amd64'], 0],
    ['6.1.0-9-amd64', ['6.1.0-9-amd64', '6.1.0-21-amd64'], 1],
    ['6.1.0-21-amd64', ['6.1.0-21-amd64', '6.1.0-22-rt-amd64'], 0],
    ['6.9.1-arch1-1', ['6.9.2-arch1-1'], 1],
    ['6.8.5-301.fc40.x86_64', ['6.8.5-301.fc40.x86_64', '6.8.7-300.fc40.x86_64'], 1],
    ['6.8.0-31-generic', ['6.8.0-31-generic', '5.15.0-100-generic'], 0],
  ])('running %s with %j: %d', async (kernel, names, value) => {
    expect((await read(installed(...names), kernel))?.value).toBe(value);
  });

  it('a machine that records nothing has no answer', async () => {
    expect(await read({}, '6.1.0-21-amd64')).toMatchObject({
      missing: 'unsupported',
      advice: 'no-restart-record',
    });
    expect(await read(installed('6.1.0'), 'garbage')).toMatchObject({ missing: 'failed' });
    expect(parseKernel('extramodules')).toBeNull();
  });
});

describe('antivirus', () => {
  const read = async (files: Record<string, string>) =>
    readAt(createAntivirus(new Tree(files).root, '/nowhere'));
  const clam = { 'usr/sbin/clamd': '', 'proc/7/comm': 'clamd' };

  it('ClamAV: daemon, age of the newest definitions, last scan on record', async () => {
    const samples = await read({
      ...clam,
      'var/lib/clamav/main.cvd': 'ClamAV-VDB:16 Sep 2021 08-32 -0400:62:1:90:x:y:z:1',
      'var/lib/clamav/daily.cld': fixture('daily.cvd.txt'),
      'var/log/clamav/scan.log': fixture('clamscan.txt').replaceAll('2024:11:12', '2023:11:12'),
    });
    expect(samples[0]).toMatchObject({ value: 1, note: 'ClamAV daemon, without looking at files on access' });
    const age = (NOW - Date.parse('2023-04-20T14:21:00Z')) / 86_400_000;
    expect(samples[1]).toMatchObject({ value: age, note: 'ClamAV 26825' });
    expect(told(samples, 'antivirus.scanAge')).toBeCloseTo(
      (NOW - Date.parse('2023-11-12T18:11:36')) / 86_400_000,
      5,
    );
  });

  it('on access, and switched off', async () => {
    expect((await read({ ...clam, 'proc/8/comm': 'clamonacc' }))[0]?.note).toContain('on access');
    expect((await read({ 'usr/sbin/clamd': '' }))[0]).toMatchObject({
      value: 0,
      note: 'not running: ClamAV',
    });
  });

  it('another product protects, but tells no dates', async () => {
    const samples = await read({ 'proc/9/comm': 'wdavdaemon' });
    expect(samples[0]).toMatchObject({ value: 1, note: 'Microsoft Defender' });
    expect(samples[2]).toMatchObject({ missing: 'unsupported', advice: 'definitions-unknown' });
  });

  it('none installed is not switched off', async () => {
    for (const sample of await read({ 'proc/1/comm': 'systemd' }))
      expect(sample).toMatchObject({ missing: 'not-present', advice: 'install-antivirus' });
  });

  it('ClamAV without definitions or scans says so', async () => {
    const samples = await read({
      ...clam,
      'var/lib/clamav/daily.cvd': 'garbage',
      'var/log/clamav/a.log': 'x',
    });
    expect(samples[1]).toMatchObject({ missing: 'failed' });
    expect(samples[2]).toMatchObject({ missing: 'not-present', advice: 'record-scans' });
  });

  it('dates', () => {
    expect(parseDefinitions(fixture('daily.cvd.txt'))?.at).toBe(Date.parse('2023-04-20T09:21:00-05:00'));
    expect(parseDefinitions('ClamAV-VDB:20 Xyz 2023 09-21 -0500:1:')).toBeNull();
    expect(parseScanEnd(`${fixture('clamscan.txt')}\nEnd Date:   2023:01:01 00:00:00\n`)).toBe(
      Date.parse('2024-11-12T18:11:36'),
    );
    expect(parseScanEnd('End Date:   2024:13:40 99:00:00')).toBeNull();
  });
});
