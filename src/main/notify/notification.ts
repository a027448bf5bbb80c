import { Notification } from 'electron';
import type { Log } from '../log/log.js';

/** Shows a notification of the system; where there is none, the log says so. */
export function notify(title: string, body: string, log: Log, onClick?: () => void): Notification {
  const notification = new Notification({ title, body });
  // `isSupported()` says yes even without a notification service; only this event tells.
  notification.on('failed', (_event, error) =>
    log.warn('notification could not be shown', error || 'nothing on this desktop shows them'),
  );
  if (onClick) notification.on('click', onClick);
  notification.show();
  return notification;
}
