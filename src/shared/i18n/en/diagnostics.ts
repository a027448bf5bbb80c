import type { diagnostics as zh } from '../zh-CN/diagnostics.js';

/** Texts of the diagnostics. */
export const diagnostics: Record<keyof typeof zh, string> = {
  'ui.nav.diagnostics': 'Diagnostics',
};
