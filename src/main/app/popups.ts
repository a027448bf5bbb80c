import { app } from 'electron';
import { notify } from '../notify/notification.js';
import { Notifications } from '../notify/notifications.js';
import { PopupKeeper } from '../notify/popup-keeper.js';
import { popupText, recoveryText } from '../notify/popup-text.js';
import { onScreensChanged } from '../windows/popup-window.js';
import type { Desktop } from './desktop.js';
import type { Services } from './services.js';

/** Announces faults: popup and notification side by side, and a count on the program's icon. */
export function announceFaults(services: Services, desktop: Desktop): PopupKeeper {
  const { monitor, settings, texts, log } = services;
  const { popup, pages, open } = desktop;
  const keeper = new PopupKeeper({ monitor, settings });
  const notifications = new Notifications((incident) => {
    const { title, body } = popupText(incident, monitor.at, monitor.mode, texts.speech);
    return notify(title, body, log, () => open({ incident: incident.id }));
  });
  keeper.changes.on((view) => {
    popup.follow(view);
    pages.publish('popup:changed', view);
    notifications.follow(keeper.notified);
  });
  keeper.recoveries.on((incident) => {
    const { title, body } = recoveryText(incident, monitor.mode, texts.speech);
    notify(title, body, log, () => open({ incident: incident.id }));
  });
  app.on('before-quit', () => notifications.end());
  popup.onClosedByHand(() => keeper.close());
  onScreensChanged(() => popup.replace());
  return keeper;
}

/** Answers what the popup's page asks for beside its state. */
export function popupActions(keeper: PopupKeeper, { popup, open }: Desktop) {
  return {
    keeper,
    resize: (height: number): void => popup.resize(height),
    open: (id: string | undefined): void =>
      // A sample is no incident of this station: it opens the dashboard.
      open(id !== undefined && keeper.find(id) ? { incident: id } : undefined),
  };
}

/** Shows how many incidents nobody has seen, where the system has a place for it: Dock, launcher. */
export function showBadge(count: number): void {
  // On Linux only some launchers know it; the answer says nothing that we could act on.
  app.setBadgeCount(count);
}
