import { expect, test } from 'vitest';
import { externalAddress } from '../../../src/main/security/external.js';
import { HEADERS } from '../../../src/main/security/headers.js';
import { PAGE_URL } from '../../../src/main/security/origin.js';
import { type Sender, TrustedPages } from '../../../src/main/security/trusted-sender.js';
import { webPreferences } from '../../../src/main/security/web-preferences.js';

test('only https pages of listed sites are handed to the browser', () => {
  expect(externalAddress('https://support.microsoft.com/windows')).toBe(
    'https://support.microsoft.com/windows',
  );
  for (const address of [
    'http://support.microsoft.com/',
    'https://support.microsoft.com.evil.example/',
    'https://evil.example/?https://support.microsoft.com/',
    'https://support.microsoft.com@evil.example/',
    'https://support.microsoft.com:8443/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://support.microsoft.com/x',
    '',
  ])
    expect(externalAddress(address), address).toBeNull();
});

test('the policy has no way round it', () => {
  const policy = HEADERS['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).not.toMatch(/unsafe-|\*|data:|http/);
});

test('a packaged window has no developer tools', () => {
  expect(webPreferences('p', true)).toMatchObject({ devTools: false, sandbox: true, contextIsolation: true });
  expect(webPreferences('p', false).devTools).toBe(true);
});

function sender(id: number, url: string, parent: object | null = null): Sender {
  return { sender: { id }, senderFrame: { url, parent } as unknown as Sender['senderFrame'] };
}

test('only the main frame of a living window of ours, at our address, is heard', () => {
  const pages = new TrustedPages();
  let destroy = () => {};
  pages.add({
    id: 1,
    once: ((_name: string, listener: () => void) => {
      destroy = listener;
    }) as never,
  });
  expect(pages.isTrusted(sender(1, PAGE_URL))).toBe(true);
  expect(pages.isTrusted(sender(2, PAGE_URL))).toBe(false);
  expect(pages.isTrusted(sender(1, 'https://example.com/'))).toBe(false);
  expect(pages.isTrusted(sender(1, 'app://onair-sentry.evil/'))).toBe(false);
  expect(pages.isTrusted(sender(1, PAGE_URL, {}))).toBe(false);
  expect(pages.isTrusted({ sender: { id: 1 }, senderFrame: null })).toBe(false);
  destroy();
  expect(pages.isTrusted(sender(1, PAGE_URL))).toBe(false);
});
