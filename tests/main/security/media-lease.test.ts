import type { Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEASE_MS, MediaLease } from '../../../src/main/security/media-lease.js';
import { PAGE_URL } from '../../../src/main/security/origin.js';
import { guardPermissions } from '../../../src/main/security/permissions.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wish = { contents: 7, isMainFrame: true, url: PAGE_URL };

function setUp() {
  const onLapse = vi.fn();
  return { onLapse, lease: new MediaLease(onLapse, () => Date.now()) };
}

describe('the leave to use camera and microphone', () => {
  it('is nobody’s outside a check', () => {
    expect(setUp().lease.allows(wish)).toBe(false);
  });

  it('is for one page, its main frame, at our address', () => {
    const { lease } = setUp();
    lease.grant(7);
    expect(lease.allows(wish)).toBe(true);
    expect(lease.allows({ ...wish, contents: 8 })).toBe(false);
    expect(lease.allows({ ...wish, contents: undefined })).toBe(false);
    expect(lease.allows({ ...wish, isMainFrame: false })).toBe(false);
    expect(lease.allows({ ...wish, url: undefined })).toBe(false);
    for (const url of ['https://example.com/', 'app://onair-sentry.evil/', 'about:blank', ''])
      expect(lease.allows({ ...wish, url }), url).toBe(false);
  });

  it('ends at once when it is given back, but not by another page', () => {
    const { lease, onLapse } = setUp();
    lease.grant(7);
    lease.release(8);
    expect(lease.allows(wish)).toBe(true);
    lease.release(7);
    expect(lease.allows(wish)).toBe(false);
    vi.advanceTimersByTime(2 * LEASE_MS);
    expect(onLapse).not.toHaveBeenCalled();
  });

  it('lapses when the page does not ask again', () => {
    const { lease, onLapse } = setUp();
    lease.grant(7);
    vi.advanceTimersByTime(LEASE_MS - 1);
    lease.grant(7);
    vi.advanceTimersByTime(LEASE_MS - 1);
    expect(lease.allows(wish)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(lease.allows(wish)).toBe(false);
    expect(onLapse).toHaveBeenCalledOnce();
  });
});

describe('the handlers of Electron', () => {
  function handlers(allows: boolean) {
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
    };
    guardPermissions(session as unknown as Session, { allows: () => allows });
    const request = (permission: string): boolean => {
      let given = false;
      const details = { isMainFrame: true, requestingUrl: PAGE_URL };
      session.setPermissionRequestHandler.mock.calls[0]?.[0](
        { id: 7 },
        permission,
        (answer: boolean) => {
          given = answer;
        },
        details,
      );
      return given;
    };
    const check = (permission: string): boolean =>
      session.setPermissionCheckHandler.mock.calls[0]?.[0](null, permission, 'app://onair-sentry/', {
        isMainFrame: true,
      });
    return { request, check };
  }

  it('grant media with the leave, and nothing without', () => {
    expect([handlers(true).request('media'), handlers(true).check('media')]).toEqual([true, true]);
    expect([handlers(false).request('media'), handlers(false).check('media')]).toEqual([false, false]);
  });

  it('grant nothing else, ever', () => {
    for (const permission of [
      'geolocation',
      'notifications',
      'display-capture',
      'hid',
      'speaker-selection',
    ]) {
      expect(handlers(true).request(permission), permission).toBe(false);
      expect(handlers(true).check(permission), permission).toBe(false);
    }
  });
});
