import type { Clause, Part, Profile } from '../sop/schema.js';
import { mostPressing } from './judgement.js';
import type { MetricState, PartState } from './state.js';

/** Cards in the order of the dashboard. */
export const PARTS: readonly Part[] = [
  'computer',
  'memory',
  'disk',
  'network',
  'camera',
  'microphone',
  'power',
  'system',
];

/** Page hook and short name of a part's clauses: `R1.a` … `R1.g`, and `F1` for the system card. */
function partHook(profile: Profile, part: Part): string {
  if (part === 'system') return 'F1';
  return profile.clauses.find((clause) => clause.part === part)?.id ?? part;
}

/** Groups judged series into the cards of the dashboard; the leading metric of each comes first. */
export function partStates(profile: Profile, metrics: readonly MetricState[], at: number): PartState[] {
  return PARTS.map((part) => {
    const own = clausesOf(profile, part)
      .flatMap((clause) => clause.metrics)
      .flatMap((rule) =>
        metrics.filter((metric) => metric.metric === rule.metric && rule.instance === undefined),
      );
    const judged = own.filter((metric) => counts(metric, own));
    const judgement =
      judged.length === 0 ? 'unknown' : mostPressing(judged.map((metric) => metric.judgement));
    const deciding = judged.filter((metric) => metric.judgement === judgement);
    const since = deciding.length === 0 ? at : Math.min(...deciding.map((metric) => metric.since));
    return { part, clause: partHook(profile, part), judgement, since, metrics: own };
  });
}

/** The clauses that a card shows; those on the state of the equipment lead. */
function clausesOf(profile: Profile, part: Part): Clause[] {
  const clauses = profile.clauses.filter((clause) => clause.part === part);
  return clauses.sort((a, b) => Number(b.section === 'state') - Number(a.section === 'state'));
}

/**
 * Whether a series takes part in its card's judgement: the leading series speaks for its instances, and what can't be
 * read counts only where it is the card's leading metric or required.
 */
function counts(metric: MetricState, own: readonly MetricState[]): boolean {
  if (metric.accepted) return false;
  const hasLead = own.some((other) => other.metric === metric.metric && other.instance === undefined);
  if (metric.instance !== undefined && hasLead) return false;
  return metric.judgement !== 'unknown' || metric.required || metric.metric === own[0]?.metric;
}
