import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { INVOKE_CHANNELS, type InvokeChannel } from '../../../src/shared/ipc/contract.js';
import { PARSERS } from '../../../src/shared/ipc/parsers.js';

test('every call has a parser, and nothing else has', () => {
  expect(Object.keys(PARSERS).sort()).toEqual([...INVOKE_CHANNELS].sort());
  expectTypeOf(PARSERS).toHaveProperty('settings:update');
  expectTypeOf<keyof typeof PARSERS>().toEqualTypeOf<InvokeChannel>();
});

test('a patch of settings', () => {
  const parse = PARSERS['settings:update'];
  expect(parse({})).toEqual({ ok: true, value: {} });
  expect(parse({ language: 'en' })).toEqual({ ok: true, value: { language: 'en' } });
  for (const bad of [undefined, null, 'en', [], { language: 'EN' }, { language: undefined }, { schema: 1 }])
    expect(parse(bad)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
});

test('no input makes a parser throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...INVOKE_CHANNELS), fc.anything(), (channel, input) => {
      expect(typeof PARSERS[channel](input).ok).toBe('boolean');
    }),
  );
});
