import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ArchiveSources, archiveFiles, pack } from '../../../src/main/diagnostics/archive.js';
import { redactor } from '../../../src/main/log/redact.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';
import { collector, diagnostics } from '../../support/diagnostics.js';
import { reading, shippedIndex } from '../../support/profile.js';

const now = Date.UTC(2026, 10, 24, 6, 2, 31);
const redact = redactor({ home: '/home/zhao.min', user: 'zhao.min', host: 'zhao-pc' });

/** Names, homes and secrets in every place that a text can come from. */
function sources(more: Partial<ArchiveSources> = {}): ArchiveSources {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  monitor.take([{ ...reading('memory.usage', 50, now), source: '/home/zhao.min/meminfo' }], now);
  const error = { at: now, text: "EACCES: open '/home/zhao.min/x' for zhao.min" };
  return {
    summary: 'station zhao-pc of zhao.min',
    view: diagnostics({ collection: { at: now, collectors: [collector({ lastError: error })] } }),
    state: monitor.look(),
    settings: {
      ...DEFAULT_SETTINGS,
      stationName: 'Studio 3',
      accepted: { 'cpu.temperature': { by: 'Li Lei', at: 1, reason: 'ask zhao.min, password=hunter2' } },
    },
    raws: [
      { id: 'macos.devices', at: now, of: 'source', text: 'Serial Number: C02XL0GYJGH5 of /home/zhao.min' },
      { id: '../evil', at: now, of: 'readings', text: 'x' },
    ],
    logs: { 'main.log': 'started for zhao.min on zhao-pc\ntoken=abcdef123\n' },
    crashes: { 'crash-1764057600000-1.txt': 'at /home/zhao.min/x.js for zhao.min on zhao-pc\n' },
    ...more,
  };
}

describe('the archive for IT', () => {
  it('holds versions, settings, state, collectors, raw outputs and the log', () => {
    const files = archiveFiles(sources(), redact);
    expect(Object.keys(files)).toEqual([
      'summary.txt',
      'program.json',
      'settings.json',
      'state.json',
      'collectors.json',
      'raw/macos.devices.txt',
      'raw/_evil.txt',
      'log/main.log',
      'crashes/crash-1764057600000-1.txt',
    ]);
    const json = (name: string) => JSON.parse(files[name] ?? '');
    expect(json('program.json').program).toMatchObject({ version: '0.1.0', electron: '33.2.1' });
    expect(json('settings.json')).toMatchObject({ stationName: 'Studio 3', tickSeconds: 2 });
    expect(json('state.json').verdict.judgement).toBe('unknown');
    expect(json('collectors.json').collectors[0].id).toBe('linux.memory');
    expect(files['raw/macos.devices.txt']).toMatch(/^2026-11-24T06:02:31\.000Z \(source\)\n/);
  });

  it('tells neither people nor computers nor secrets, in any of its files', () => {
    const files = archiveFiles(sources(), redact);
    for (const [name, text] of Object.entries(files))
      expect(text, name).not.toMatch(/zhao|li lei|hunter2|abcdef123|C02XL0/i);
    expect(files['settings.json']).toContain('"by": "‹name›"');
    expect(files['log/main.log']).toBe('started for ‹user› on ‹computer›\ntoken=‹secret›\n');
  });

  it('redacts a log to its last line, however long it is', () => {
    const long = `${'nothing to see here\n'.repeat(10_000)}the end of zhao.min`;
    const text = archiveFiles(sources({ logs: { 'main.log': long } }), redact)['log/main.log'] ?? '';
    expect(text).toHaveLength(long.length - 'zhao.min'.length + '‹user›'.length);
    expect(text.endsWith('the end of ‹user›')).toBe(true);
  });

  it('unpacks to what was packed, large files too', async () => {
    const files = { 'a.txt': '开播卫士', 'log/main.log': 'x y z\n'.repeat(150_000) };
    const unpacked = unzipSync(await pack(files));
    expect(
      Object.fromEntries(Object.entries(unpacked).map(([name, data]) => [name, strFromU8(data)])),
    ).toEqual(files);
  });
});
