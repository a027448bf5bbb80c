import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';
import { POPUP_MUTES } from '../../shared/settings/mutes.js';
import type { Part } from '../../shared/sop/schema.js';
import { minutesUntilMorning } from './morning.js';
import type { TrayView } from './view.js';

/** What the tray does when it is used. */
export interface TrayActions {
  /** Opens the window, at the details of a part or as it is. */
  readonly open: (part?: Part) => void;
  /** Opens the window at the pre-check. */
  readonly precheck: () => void;
  readonly setOnAir: (onAir: boolean) => void;
  /** 0 ends the time without popups. */
  readonly mute: (minutes: number) => void;
  /** Opens the playbook for emergencies. */
  readonly emergency: () => void;
  readonly quit: () => void;
}

const HOUR = 60;

/** The menu of the tray: how it is, what can be opened, what people tell the program. */
export function trayMenu(view: TrayView, t: Translate, actions: TrayActions): MenuItemConstructorOptions[] {
  const { verdict, verdictPart, notes, parts, onAir, muted } = view;
  return [
    { label: verdict, click: () => actions.open(verdictPart) },
    ...notes.map((label) => ({ label, enabled: false })),
    ...(parts.length > 0 ? [{ type: 'separator' } as const] : []),
    ...parts.map(({ part, label }) => ({ label, click: () => actions.open(part) })),
    { type: 'separator' },
    { label: t('tray.open'), click: () => actions.open() },
    { label: view.go, click: actions.precheck },
    { label: t('playbook.emergency'), click: actions.emergency },
    { type: 'separator' },
    { label: t('tray.onAir'), type: 'checkbox', checked: onAir, click: () => actions.setOnAir(!onAir) },
    muted === undefined
      ? { label: t('tray.mute'), submenu: muteMenu(t, actions) }
      : {
          label: muted,
          submenu: [
            { label: t('tray.unmute'), click: () => actions.mute(0) },
            { type: 'separator' },
            ...muteMenu(t, actions),
          ],
        },
    { type: 'separator' },
    { label: t('tray.quit'), click: actions.quit },
  ];
}

function muteMenu(t: Translate, { mute }: TrayActions): MenuItemConstructorOptions[] {
  return [
    ...POPUP_MUTES.map((minutes) => ({
      label:
        minutes < HOUR
          ? t('tray.mute.minutes', { minutes })
          : t('tray.mute.hours', { hours: minutes / HOUR }),
      click: () => mute(minutes),
    })),
    { label: t('tray.mute.morning'), click: () => mute(minutesUntilMorning(new Date())) },
  ];
}
