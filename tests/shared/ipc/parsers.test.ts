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

test('calls of the popup are bounded', () => {
  const ids = Array.from({ length: 65 }, (_, i) => `i${i}`);
  expect(PARSERS['popup:acknowledge']({ ids: ids.slice(1) }).ok).toBe(true);
  for (const bad of [{ ids }, { ids: [] }, { ids: [''] }, { ids: ['x'.repeat(401)] }, { ids: 'a' }])
    expect(PARSERS['popup:acknowledge'](bad).ok).toBe(false);
  expect(PARSERS['popup:open']({}).ok).toBe(true);
  for (const height of [0, -1, 1.5, 20_001, Number.NaN])
    expect(PARSERS['popup:size']({ height }).ok).toBe(false);
});
