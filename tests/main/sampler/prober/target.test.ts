import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseProbeTarget } from '../../../../src/main/sampler/prober/target.js';

it.each([
  ['router', { host: 'router' }],
  ['ingest.example.com', { host: 'ingest.example.com' }],
  ['ingest.example.com:1935', { host: 'ingest.example.com', port: 1_935 }],
  ['192.168.1.1', { host: '192.168.1.1' }],
  [' 192.168.1.1:7 ', { host: '192.168.1.1', port: 7 }],
  ['fe80::1', { host: 'fe80::1' }],
  ['[::1]:4000', { host: '::1', port: 4_000 }],
  ['[::1]', { host: '::1' }],
])('reads %j', (text, target) => {
  expect(parseProbeTarget(text)).toEqual({ ok: true, target });
});

it.each([
  '',
  ':80',
  'host:',
  'host:0',
  'host:65536',
  'host:8o',
  'host:-1',
  '999.1.1.1',
  '1.2.3',
  '[router]:80',
  '[::1',
  'a b',
  '-host',
  'ho/st',
  'http://host',
  '$(reboot)',
  'a:1:2',
])('refuses %j', (text) => {
  expect(parseProbeTarget(text)).toMatchObject({ ok: false, error: expect.stringContaining(': ') });
});

it('never throws, and what it accepts fits the protocol', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const parsed = parseProbeTarget(text);
      if (!parsed.ok) return;
      expect(parsed.target.host.length).toBeGreaterThan(0);
      expect(parsed.target.host.length).toBeLessThanOrEqual(253);
      expect(parsed.target.host).not.toMatch(/[\s/$;|&<>]/);
    }),
  );
});
