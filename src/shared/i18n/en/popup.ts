import type { popup as zh } from '../zh-CN/popup.js';

/** Texts of the fault popup, the tray menu and notifications. */
export const popup: Record<keyof typeof zh, string> = {
  'popup.title': 'Faults',
};
