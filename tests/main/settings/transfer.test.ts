import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportText, parseTransfer, TRANSFER_LIMIT } from '../../../src/main/settings/transfer.js';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../src/shared/settings/schema.js';

test('what is exported comes back, without the memory of the program', () => {
  const settings = settingsSchema.parse({
    stationName: 'Studio 3',
    toldAboutTray: true,
    setUp: true,
    accepted: { 'fan.speed': { by: 'IT', at: 1, reason: 'no fan' } },
  });
  const text = exportText(settings);
  expect(text).not.toMatch(/toldAboutTray|setUp/);
  const { schema: _schema, setUp: _setUp, toldAboutTray: _told, mutes: _mutes, ...choices } = settings;
  expect(parseTransfer(text)).toEqual({ ok: true, value: choices });
});

test('a file changes only what it names', () => {
  expect(parseTransfer('\uFEFF{"tickSeconds": 5, "setUp": false}')).toEqual({
    ok: true,
    value: { tickSeconds: 5 },
  });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{}',
  '{"setUp": true}',
  '{"schema": 2, "tickSeconds": 5}',
  '{"tickSeconds": 500}',
  '{"mood": "good"}',
  `{"stationName": "${'x'.repeat(TRANSFER_LIMIT)}"}`,
])('a bad file is refused with a reason: %.40s', (text) => {
  const result = parseTransfer(text);
  expect(result).toMatchObject({ ok: false, error: { code: 'INVALID', message: expect.any(String) } });
});

test('no text whatsoever makes it throw, or gives what the schema does not allow', () => {
  const garbage = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.jsonValue())
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      const result = parseTransfer(text);
      if (result.ok) expect(settingsSchema.safeParse(result.value).success).toBe(true);
      else expect(result.error.code).toBe('INVALID');
    }),
  );
});
