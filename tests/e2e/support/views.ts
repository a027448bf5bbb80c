import type { ViewName } from '../../../src/shared/ipc/contract.js';

/** All views of the main window, in their order. */
export const VIEWS: readonly ViewName[] = [
  'dashboard',
  'precheck',
  'baseline',
  'history',
  'diagnostics',
  'settings',
];
