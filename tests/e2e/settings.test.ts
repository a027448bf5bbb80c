import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData } from './support/app.js';

test.each([
  ['cut off', '{"schema": 1, "language": "e'],
  ['zeroes after a power cut', '\0'.repeat(64)],
  ['of another kind', '{"schema": 1, "tickSeconds": "often"}'],
])('a settings file that is %s is set aside and reported, and defaults are used', async (_kind, content) => {
  const userData = makeUserData();
  writeFileSync(join(userData, 'settings.json'), content);
  const running = await launch([], userData);
  const page = await running.page();
  const [settings, state] = await page.evaluate(async () => [
    await window.onair.invoke('settings:get', undefined),
    await window.onair.invoke('monitor:snapshot', undefined),
  ]);
  expect(settings).toMatchObject({ ok: true, value: { language: 'system', tickSeconds: 2 } });
  const kept = readdirSync(userData).find((name) => name.startsWith('settings.corrupt-')) ?? '';
  expect(kept).toMatch(/^settings\.corrupt-\d{4}-\d\d-\d\dT[\d.-]+Z\.json$/);
  expect(readFileSync(join(userData, kept), 'utf8')).toBe(content);
  expect(state).toMatchObject({
    ok: true,
    value: { notices: [{ code: 'settings-set-aside', detail: join(userData, kept) }] },
  });
  await page.getByText(kept).waitFor();

  await page.evaluate(() => window.onair.invoke('settings:update', { language: 'en' }));
  expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).toMatchObject({ language: 'en' });
});

test('settings that cannot be stored hold for this run, and that is said', async () => {
  const running = await launch();
  const page = await running.page();
  // A folder in the file's place refuses every writer, root included.
  rmSync(join(running.userData, 'settings.json'));
  mkdirSync(join(running.userData, 'settings.json', 'x'), { recursive: true });
  const [changed, settings, state] = await page.evaluate(async () => [
    await window.onair.invoke('settings:update', { language: 'en' }),
    await window.onair.invoke('settings:get', undefined),
    await window.onair.invoke('monitor:snapshot', undefined),
  ]);
  expect(changed).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  expect(settings).toMatchObject({ ok: true, value: { language: 'en' } });
  expect(state).toMatchObject({ value: { notices: [{ code: 'settings-not-stored' }] } });
});
