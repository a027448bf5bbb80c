import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';

/** What its own entries do. */
export interface MenuActions {
  readonly quit: () => void;
  readonly onAir: () => void;
  readonly precheck: () => void;
}

/** The program's menu: hidden until Alt outside macOS, and the home of the zoom, edit, pre-check, on-air and quit keys. */
export function setMenu(t: Translate, { quit, onAir, precheck }: MenuActions): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: t('window.menu.app'),
      submenu: [
        { label: t('window.menu.precheck'), accelerator: 'CommandOrControl+Shift+K', click: precheck },
        { label: t('window.menu.onAir'), accelerator: 'CommandOrControl+Shift+L', click: onAir },
        { type: 'separator' },
        { label: t('window.menu.close'), role: 'close' },
        { type: 'separator' },
        { label: t('tray.quit'), accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
    {
      label: t('window.menu.edit'),
      submenu: [
        { label: t('window.menu.cut'), role: 'cut' },
        { label: t('window.menu.copy'), role: 'copy' },
        { label: t('window.menu.paste'), role: 'paste' },
        { label: t('window.menu.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('window.menu.view'),
      submenu: [
        { label: t('window.menu.zoomIn'), role: 'zoomIn' },
        { label: t('window.menu.zoomOut'), role: 'zoomOut' },
        { label: t('window.menu.zoomReset'), role: 'resetZoom' },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
