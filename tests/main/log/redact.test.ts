import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactor } from '../../../src/main/log/redact.js';

const linux = redactor({ home: '/home/zhao.min', user: 'zhao.min', host: 'zhao-pc.local' });
const windows = redactor({ home: 'C:\\Users\\Zhao Min', user: 'Zhao Min', host: '' });

describe('what leaves the machine', () => {
  it.each([
    // home and name
    ['open /home/zhao.min/.config/x failed', 'open ~/.config/x failed'],
    ['/home/zhao.min', '~'],
    ['/home/zhao.min2/x', '/home/‹user›/x'],
    ['/data/home/zhao.min/x', '/data/home/‹user›/x'],
    ['owner ZHAO.MIN, group', 'owner ‹user›, group'],
    ['/Users/someone/Library', '/Users/‹user›/Library'],
    // secrets
    ['https://bob:pass@mirror.example/x', 'https://‹secret›@mirror.example/x'],
    ['authorization: Bearer abcdefgh.ijkl', 'authorization: Bearer ‹secret›'],
    ['token=abc123&x=1', 'token=‹secret›&x=1'],
    ['"password": "a b c", "x": 1', '"password": ‹secret›, "x": 1'],
    ['stream_key=live_42', 'stream_key=‹secret›'],
    ['jwt eyJhbGciOiJI.eyJzdWIiOiIx.abc_def', 'jwt ‹secret›'],
    ['ghp_0123456789abcdef', '‹secret›'],
    // people and devices
    ['mail a.b+c@example.co.uk now', 'mail ‹e-mail› now'],
    ['at 00:1A:2b:3c:4d:5e on 00-1a-2b-3c-4d-5f', 'at ‹mac› on ‹mac›'],
    ['id 123e4567-e89b-12d3-a456-426614174000', 'id ‹id›'],
    ['ssid: Studio 3 5G, channel 36', 'ssid: ‹wifi›, channel 36'],
    ['SSID="Café"', 'SSID=‹wifi›'],
    ['serial number: WD-12345/X ok', 'serial number: ‹serial› ok'],
    ['S/N #A1B2C3', 'S/N #‹serial›'],
    ['"IOPlatformSerialNumber" = "C02XL0GYJGH5"', '"IOPlatformSerialNumber" = ‹serial›'],
    ['serial_num: 12AB34', 'serial_num: ‹serial›'],
    // the computer
    ['reached ZHAO-PC from zhao-pc.local', 'reached ‹computer› from ‹computer›.local'],
    ['zhao-pc-2 and my-zhao-pc are others', 'zhao-pc-2 and my-zhao-pc are others'],
  ])('%s → %s', (text, expected) => {
    expect(linux(text)).toBe(expected);
    expect(linux(expected)).toBe(expected);
  });

  it.each([
    ['C:\\Users\\Zhao Min\\AppData', '~\\AppData'],
    ['{"path":"C:\\\\Users\\\\Zhao Min\\\\x"}', '{"path":"~\\\\x"}'],
    ['c:/users/zhao min/x', '~/x'],
    ['D:\\Users\\other\\x', 'D:\\Users\\‹user›\\x'],
  ])('%s → %s', (text, expected) => expect(windows(text)).toBe(expected));

  it.each([
    'CPU 温度 91.2 °C，达到或高于 85 °C',
    'sampler: ended (status 1), starting a new one in 500 ms',
    '2026-11-24T14:35:02.123Z warn 14:35:02 hwmon:coretemp/temp1 192.0.2.10:7',
    'secrets are kept; a token is needed',
    'EACCES: permission denied, open /sys/class/hwmon/hwmon0/temp1_input',
  ])('leaves alone: %s', (text) => expect(linux(text)).toBe(text));

  it('takes no common word for a name', () => {
    const redact = redactor({ home: '/root', user: 'root', host: '' });
    expect(redact('root owns /root/x')).toBe('root owns ~/x');
  });

  it('never throws, and twice is the same as once', () => {
    const word = fc.constantFrom(
      '/home/',
      'zhao.min',
      'token',
      '=',
      ':',
      ' ',
      '@',
      'a.example',
      'https://',
      'ssid',
      'serial',
      '"',
      '\\',
      '‹user›',
      '~',
      'eyJabcdefg.',
      '00:11:22:33:44:55',
      'Bearer ',
      'abcdefghijk',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 14 }).map((parts) => parts.join('')),
    );
    const person = fc.record({
      home: fc.oneof(fc.string(), fc.constant('/home/zhao.min')),
      user: fc.string(),
      host: fc.oneof(fc.string(), fc.constant('zhao-pc.local')),
    });
    fc.assert(
      fc.property(text, person, (one, who) => {
        const redact = redactor(who);
        const once = redact(one);
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it('is quick with texts that are made to be slow', () => {
    const begun = performance.now();
    for (const piece of ['a', 'token', 'a@', 'a.a@', '00:', '/home/', 'ssid: ', '://', 'serial', '- '])
      linux(piece.repeat(60_000 / piece.length));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
