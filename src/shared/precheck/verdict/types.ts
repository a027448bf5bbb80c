import type { ItemId } from '../items.js';
import type { MeasureId } from '../measures.js';
import type { ReasonCode } from '../reasons.js';
import type { Confirmation, ItemProblem, Measurement, MeasureValues } from '../record/evidence-schema.js';
import type { MeasureCondition } from '../section.js';

/** Verdicts of an item. `pending`: something is still to be done; `unknown`: it was tried and could not be had. */
export const VERDICTS = ['pass', 'warn', 'fail', 'unknown', 'pending'] as const;
/** A verdict of {@link VERDICTS}. */
export type ItemVerdict = (typeof VERDICTS)[number];

/**
 * How sure a verdict is. `high`: clear of every limit, with enough behind it. `medium`: near a limit, but the repeated
 * measurement says the same. `low`: measurements disagree, or too few samples.
 */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** A confidence of {@link CONFIDENCES}. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Why an item has its verdict. */
export interface Reason {
  readonly code: ReasonCode;
  /** What it makes of the item. */
  readonly verdict: ItemVerdict;
  readonly measure?: MeasureId;
  readonly value?: number;
  /** The limit that was passed, in the measure's unit. */
  readonly limit?: { readonly when: MeasureCondition['when']; readonly bound: number };
  readonly device?: string;
  readonly program?: string;
}

/** One measure judged for one item. */
export interface MeasureJudgement {
  readonly measure: MeasureId;
  /** The value that was judged: the median of the attempts; null: there is none. */
  readonly value: number | null;
  readonly verdict: ItemVerdict;
  readonly confidence: Confidence;
  readonly required: boolean;
  readonly reasons: readonly Reason[];
  /** It is near a limit and wants to be measured again. */
  readonly again: boolean;
}

/** One item judged. */
export interface ItemJudgement {
  readonly item: ItemId;
  readonly verdict: ItemVerdict;
  readonly confidence: Confidence;
  /** Those that decide the verdict come first. */
  readonly reasons: readonly Reason[];
  readonly measures: readonly MeasureJudgement[];
  /** Some measure of it wants to be measured again by itself. */
  readonly again: boolean;
}

/** Everything that a pre-check found out, as it is stored. */
export interface Evidence {
  readonly measurements: readonly Measurement[];
  readonly problems: readonly ItemProblem[];
  readonly confirmations: readonly Confirmation[];
  /** What the platform asks for. */
  readonly targets: MeasureValues;
  /** What is usual at this station. */
  readonly baseline: MeasureValues;
}
