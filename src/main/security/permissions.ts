import type { Session } from 'electron';
import type { MediaLease } from './media-lease.js';

/**
 * Denies every permission but camera and microphone while a check runs. Electron grants all of them unless both handlers
 * say otherwise: the request handler is asked when a page asks, the check handler when Chromium looks something up by
 * itself (names of devices).
 */
export function guardPermissions(session: Session, lease: Pick<MediaLease, 'allows'>): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const { isMainFrame, requestingUrl: url } = details;
    answer(permission === 'media' && lease.allows({ contents: contents.id, isMainFrame, url }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, { isMainFrame }) => {
    if (permission !== 'media') return false;
    return lease.allows({ contents: contents?.id, isMainFrame, url: origin });
  });
  session.setDevicePermissionHandler(() => false);
}
