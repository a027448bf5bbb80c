import type { MetricId } from '../metrics/dictionary.js';
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
  const byMetric = new Map<MetricId, MetricState[]>();
  for (const state of metrics) {
    const series = byMetric.get(state.metric);
    if (series) series.push(state);
    else byMetric.set(state.metric, [state]);
  }
  return layoutOf(profile).map(({ part, clause, shown }) => {
    const own = shown.flatMap((metric) => byMetric.get(metric) ?? []);
    const judged = own.filter((metric) => counts(metric, own));
    const judgement =
      judged.length === 0 ? 'unknown' : mostPressing(judged.map((metric) => metric.judgement));
    const deciding = judged.filter((metric) => metric.judgement === judgement);
    const since = deciding.length === 0 ? at : Math.min(...deciding.map((metric) => metric.since));
    return { part, clause, judgement, since, metrics: own };
  });
}

/** What a card of a profile shows, before there is any reading. */
interface CardLayout {
  readonly part: Part;
  readonly clause: string;
  /** Metrics in their order on the card. */
  readonly shown: readonly MetricId[];
}

const layouts = new WeakMap<Profile, readonly CardLayout[]>();

/** The cards of a profile, made once: they are asked for at every tick. */
function layoutOf(profile: Profile): readonly CardLayout[] {
  let layout = layouts.get(profile);
  if (!layout) {
    layout = PARTS.map((part) => ({
      part,
      clause: partHook(profile, part),
      shown: clausesOf(profile, part)
        .flatMap((clause) => clause.metrics)
        .filter((rule) => rule.instance === undefined)
        .map((rule) => rule.metric),
    }));
    layouts.set(profile, layout);
  }
  return layout;
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
  if (metric.gone !== undefined) return true;
  const hasLead = own.some((other) => other.metric === metric.metric && other.instance === undefined);
  if (metric.instance !== undefined && hasLead) return false;
  return metric.judgement !== 'unknown' || metric.required || metric.metric === own[0]?.metric;
}
