import type { Draft } from '../../../../shared/precheck/flow/draft.js';
import type { Judged } from '../../../../shared/precheck/flow/evidence.js';

/** What every step gets. */
export interface StepProps {
  readonly draft: Draft;
  readonly judged: Judged;
  /** There is no step before it. */
  readonly isFirst: boolean;
}
