import type { MetricId } from '../../../shared/metrics/dictionary.js';
import type { Sample } from '../collector.js';
import type { CommandResult } from '../command.js';

/** Why a program gave no answer. A program that the system does not have makes its readings unsupported. */
export type NoAnswer = 'unsupported' | 'failed' | 'timed-out';

/** What a program answered, or why it did not. */
export type Answer =
  | { readonly text: string; readonly missing?: never }
  | { readonly text?: never; readonly missing: NoAnswer };

/** Takes the standard output of a program that ended well. Half an answer of one that failed is none. */
export function answerOf(result: CommandResult): Answer {
  switch (result.kind) {
    case 'done':
      return { text: result.stdout };
    case 'absent':
      return { missing: 'unsupported' };
    case 'timed-out':
      return { missing: 'timed-out' };
    case 'failed':
      return { missing: 'failed' };
  }
}

/** The same reason for several metrics of one source. */
export function lacking(metrics: readonly MetricId[], source: string, missing: NoAnswer): Sample[] {
  return metrics.map((metric) => ({ metric, source, missing }));
}
