import { Menu, Tray } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';
import { type TrayActions, trayMenu } from './menu.js';
import type { TrayView } from './view.js';

/** The icon beside the clock. Kept in a field: a collected tray vanishes. */
export class TrayIcon {
  private readonly tray: Tray;
  private shown = '';

  constructor(
    private readonly iconPath: (judgement: TrayView['judgement']) => string,
    private readonly actions: TrayActions,
  ) {
    this.tray = new Tray(iconPath('unknown'));
    // On Linux this may never come (the panel decides); the menu can always open the window.
    this.tray.on('click', () => actions.open());
  }

  /** Shows a state; does nothing when it is the one shown. */
  show(view: TrayView, t: Translate): void {
    const content = JSON.stringify([view, t('tray.open')]);
    if (content === this.shown) return;
    this.shown = content;
    this.tray.setImage(this.iconPath(view.judgement));
    this.tray.setToolTip(view.tooltip);
    // A menu is a copy on Linux: any change needs a new one.
    this.tray.setContextMenu(Menu.buildFromTemplate(trayMenu(view, t, this.actions)));
  }
}
