import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, READINGS_LIMIT } from '../../../src/shared/sampler/gathered.js';
import { parseSamplerCommand, parseSamplerMessage } from '../../../src/shared/sampler/protocol.js';
import { reading } from '../../support/profile.js';

describe('messages of the sampler', () => {
  it('takes what the sampler says', () => {
    expect(parseSamplerMessage({ type: 'ready', pid: 7 })).toEqual({ type: 'ready', pid: 7 });
    const readings = [reading('cpu.load', 3, 1), reading('cpu.temperature', null, 1)];
    expect(parseSamplerMessage({ type: 'readings', readings })).toEqual({ type: 'readings', readings });
    expect(parseSamplerMessage({ type: 'stats', collectors: [] })).toEqual({ type: 'stats', collectors: [] });
  });

  it('takes batches that waited for each other', () => {
    const batches = [{ at: 5, readings: [reading('cpu.load', 3, 5)] }];
    expect(parseSamplerMessage({ type: 'gathered', ...pack(batches) })).toEqual({
      type: 'gathered',
      batches,
    });
    expect(parseSamplerMessage({ type: 'gathered', batches })).toBeNull();
  });

  it('drops a batch with one bad reading, and one that is too long', () => {
    expect(
      parseSamplerMessage({ type: 'readings', readings: [{ ...reading('cpu.load', 3, 1), value: 'x' }] }),
    ).toBeNull();
    const readings = Array.from({ length: READINGS_LIMIT + 1 }, () => reading('cpu.load', 3, 1));
    expect(parseSamplerMessage({ type: 'readings', readings })).toBeNull();
  });

  it('never throws on garbage', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('ready', 'readings', 'gathered', 'stats', 'x'),
        (body, type) => {
          for (const input of [
            body,
            { type, pid: body, readings: body, series: body, batches: body, collectors: body },
          ]) {
            parseSamplerMessage(input);
            parseSamplerCommand(input);
          }
        },
      ),
    );
  });
});

describe('commands of main', () => {
  it('takes a bounded patience with metrics of the dictionary', () => {
    const patience = {
      type: 'patience',
      ms: 4_500,
      urgent: [{ metric: 'disk.busy', high: 90 }],
      idle: ['disk.read.rate'],
    };
    expect(parseSamplerCommand(patience)).toEqual(patience);
    expect(parseSamplerCommand({ ...patience, ms: 60_001 })).toBeNull();
    expect(parseSamplerCommand({ ...patience, idle: ['disk'] })).toBeNull();
    expect(parseSamplerCommand({ ...patience, urgent: [{ metric: 'disk.colour' }] })).toBeNull();
  });

  it('takes only ticks of 1 to 10 s and whole targets', () => {
    const configure = { type: 'configure', tickMs: 2_000, probeTarget: { host: '127.0.0.1', port: 7 } };
    expect(parseSamplerCommand(configure)).toEqual(configure);
    expect(parseSamplerCommand({ ...configure, tickMs: 999 })).toBeNull();
    expect(parseSamplerCommand({ ...configure, tickMs: 10_001 })).toBeNull();
    expect(parseSamplerCommand({ ...configure, probeTarget: { host: '' } })).toBeNull();
    expect(parseSamplerCommand({ ...configure, extra: 1 })).toBeNull();
  });
});
