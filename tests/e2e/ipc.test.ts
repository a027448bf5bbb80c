import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, ROOT } from './support/app.js';

test('arguments that break the contract are refused', async () => {
  const page = await (await launch()).page();
  const results = await page.evaluate(async () => {
    const invoke = window.onair.invoke as (channel: string, args?: unknown) => Promise<unknown>;
    return Promise.all([
      invoke('settings:update', { language: 'fr' }),
      invoke('settings:update', { toldAboutTray: true }),
      invoke('settings:update', 'language'),
      invoke('settings:update', null),
      invoke('monitor:snapshot', { all: true }),
      invoke('app:info', 'x'.repeat(1_000_000)),
    ]);
  });
  for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'INVALID' } });
});

test('a channel that is not in the contract does not exist', async () => {
  const page = await (await launch()).page();
  const result = await page.evaluate(async () => {
    const { invoke, subscribe } = window.onair as unknown as {
      invoke(channel: string): Promise<unknown>;
      subscribe(channel: string, listener: () => void): () => void;
    };
    subscribe('electron-store-get-data', () => undefined)();
    return [await invoke('app:quit'), await invoke('__proto__')];
  });
  for (const one of result) expect(one).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

test('a valid call is answered', async () => {
  const page = await (await launch()).page();
  const [info, changed] = await page.evaluate(async () => [
    await window.onair.invoke('app:info', undefined),
    await window.onair.invoke('settings:update', { language: 'en' }),
  ]);
  expect(info).toMatchObject({ ok: true, value: { version: '0.1.0' } });
  expect(changed).toMatchObject({ ok: true, value: { language: 'en' } });
});

test('a window that is not ours gets no answer, not even with our preload', async () => {
  const running = await launch();
  await running.page();
  const result = await running.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('data:text/html,<title>x</title>');
      const answer: unknown = await stranger.webContents.executeJavaScript(
        "window.onair.invoke('monitor:snapshot', undefined)",
      );
      stranger.destroy();
      return answer;
    },
    join(ROOT, 'out', 'preload', 'index.cjs'),
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});
