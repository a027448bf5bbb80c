import type { app as zhApp } from '../zh-CN/app.js';

/** Texts of windows, tray and command line. */
export const app: Record<keyof typeof zhApp, string> = {
  'app.name': 'OnAir Sentry',
  'verdict.ok': 'All is well, you can go on air',
  'verdict.warning': 'Take a look first: {{cause}}',
  'verdict.fault': 'Fix this before going on air: {{cause}}',
  'verdict.unknown': 'Cannot tell yet: {{missing}} cannot be read',
  'verdict.starting': 'Reading the state of this computer',
};
