/** What is thought of a reading, a part or the station. `unknown` never counts as `ok`. */
export const JUDGEMENTS = ['unknown', 'ok', 'advisory', 'warning', 'fault'] as const;

/** A judgement of {@link JUDGEMENTS}. */
export type Judgement = (typeof JUDGEMENTS)[number];

/** Alarm level: what can open an incident. 0 none (ok, advisory, unknown), 1 warning, 2 fault. */
export type Level = 0 | 1 | 2;

/** The alarm level of a judgement. */
export function levelOf(judgement: Judgement): Level {
  return judgement === 'fault' ? 2 : judgement === 'warning' ? 1 : 0;
}

const BY_SEVERITY: readonly Judgement[] = ['ok', 'advisory', 'unknown', 'warning', 'fault'];

/** The most pressing of some judgements; `unknown` outranks what is known to be fine, not what is known to be wrong. */
export function mostPressing(judgements: Iterable<Judgement>): Judgement {
  let worst = 0;
  for (const judgement of judgements) worst = Math.max(worst, BY_SEVERITY.indexOf(judgement));
  return BY_SEVERITY[worst] as Judgement;
}
