import type { Judgement } from '../../shared/health/judgement.js';

/** Signs that tell the judgements apart without colour, in a terminal. */
export const SIGNS: Readonly<Record<Judgement, string>> = {
  ok: '✓',
  advisory: 'i',
  warning: '!',
  fault: '✗',
  unknown: '?',
};
