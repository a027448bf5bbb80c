import type { Session } from 'electron';

/**
 * Denies every permission. Electron grants all of them unless both handlers say otherwise: the request handler
 * is asked when a page asks, the check handler when Chromium looks something up by itself.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
