import { expect, test } from 'vitest';
import { launch } from './support/app.js';
import { until } from './support/wait.js';

test('a page is a plain web page: sandboxed, isolated, without Node', async () => {
  const running = await launch();
  const page = await running.page();
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in the type definitions, but the only way to see what holds.
    const real = (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined
    )?.getLastWebPreferences();
    return {
      sandbox: real?.sandbox,
      contextIsolation: real?.contextIsolation,
      nodeIntegration: real?.nodeIntegration,
      nodeIntegrationInWorker: real?.nodeIntegrationInWorker ?? false,
      nodeIntegrationInSubFrames: real?.nodeIntegrationInSubFrames,
      webSecurity: real?.webSecurity,
      webviewTag: real?.webviewTag,
      experimentalFeatures: real?.experimentalFeatures,
      allowRunningInsecureContent: real?.allowRunningInsecureContent,
    };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
  });
  const globals = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
    bridge: Object.keys(window.onair).sort(),
    crossOriginIsolated: window.crossOriginIsolated,
    origin: window.origin,
  }));
  expect(globals).toEqual({
    node: [],
    bridge: ['invoke', 'subscribe'],
    crossOriginIsolated: true,
    origin: 'app://onair-sentry',
  });
});

test('the page comes with a strict policy and never breaks it', async () => {
  const running = await launch();
  const page = await running.page();
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`violation of ${event.violatedDirective} by ${event.blockedURI}`),
    );
  });
  const response = await page.reload();
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-|\*|https?:|data:/);
  await page.waitForSelector('[data-testid="station-verdict"]');
  await page.waitForSelector('[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])');
  expect(messages).toEqual([]);

  const injected = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return 'injected' in window;
  });
  expect(injected).toBe(false);
  await until(
    'a violation',
    () => messages.join(),
    (text) => text.includes('violation of script-src'),
  );
});

test('nothing outside the page folder is served', async () => {
  const running = await launch();
  const page = await running.page();
  const statuses = await page.evaluate(async () => {
    const paths = [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%2fetc%2fpasswd',
      '/index.html%00.js',
      '/%ff',
      '/nothing.js',
      '/',
    ];
    const found = await Promise.all(paths.map(async (path) => (await fetch(path)).status));
    return [
      ...found,
      (await fetch('/index.html')).status,
      (await fetch('/index.html', { method: 'POST' })).status,
    ];
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 404]);
});

test('permissions are denied, asked for and looked up', async () => {
  const page = await (await launch(['--use-fake-device-for-media-stream'])).page();
  const answers = await page.evaluate(async () => {
    const failed = (error: unknown) => (error as Error).name;
    const states = await Promise.all(
      ['camera', 'microphone', 'geolocation', 'notifications', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
    return {
      states,
      media: await navigator.mediaDevices
        .getUserMedia({ video: true, audio: true })
        .then(() => 'given', failed),
      screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given', failed),
      notification: await Notification.requestPermission(),
    };
  });
  expect(answers.states).not.toContain('granted');
  expect(answers.media).toBe('NotAllowedError');
  expect(answers.screen).not.toBe('given');
  expect(answers.notification).toBe('denied');
});

test('a page can neither leave, nor open windows, frames or webviews', async () => {
  const running = await launch();
  const page = await running.page();
  const before = page.url();
  const opened = await page.evaluate(() => ({
    blank: window.open('about:blank') === null,
    site: window.open('https://example.com/') === null,
    own: window.open('/index.html') === null,
  }));
  expect(opened).toEqual({ blank: true, site: true, own: true });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame, document.createElement('webview'));
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
  const contents = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getURL()),
  );
  expect(contents).toEqual([before]);
});

test('serving pages does not load a client for HTTP into main', async () => {
  const running = await launch();
  await running.page();
  const loaded = await running.app.evaluate(
    () => (process as unknown as { moduleLoadList: string[] }).moduleLoadList,
  );
  expect(loaded).toContain('NativeModule fs');
  expect(loaded.filter((name) => name.includes('undici'))).toEqual([]);
});
