import type { settings as zh } from '../zh-CN/settings.js';

/** Texts of the settings and of the first-run set-up. */
export const settings: Record<keyof typeof zh, string> = {
  'ui.nav.settings': 'Settings',
};
