import type { IncidentPolicy } from '../health/incident.js';
import { METRICS, type MetricId } from '../metrics/dictionary.js';
import type { Clause, Profile, Rule } from './schema.js';

/** Ends of a range; an absent one is open. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/** A rule together with the clause that asks for it and the times and margin that apply. */
export interface ResolvedRule {
  readonly clause: Clause;
  readonly rule: Rule;
  readonly margin: number;
  readonly policy: IncidentPolicy;
  readonly countsGrowth: boolean;
  readonly measuresSpread: boolean;
  /** Normal range, both ends included. */
  readonly range?: Bounds;
}

/** Finds rules and clauses of a profile by metric; built once per profile. */
export class ProfileIndex {
  private readonly rules = new Map<string, ResolvedRule>();
  /** Metrics without which the station's state is unknown. */
  readonly required: readonly MetricId[];

  constructor(readonly profile: Profile) {
    const required: MetricId[] = [];
    for (const clause of profile.clauses) {
      for (const rule of clause.metrics) {
        this.rules.set(key(rule.metric, rule.instance), resolve(profile, clause, rule));
        if (rule.required) required.push(rule.metric);
      }
    }
    this.required = required;
  }

  /** Rules whose breach opens an incident in less than this many ms. */
  rulesHeldBelow(ms: number): Rule[] {
    const short = [...this.rules.values()].filter(({ policy: { hold } }) => Math.min(hold[1], hold[2]) < ms);
    return short.map(({ rule }) => rule);
  }

  /** Whether any rule has a limit for a metric, or for one of its devices. */
  judges(metric: MetricId): boolean {
    return [...this.rules.values()].some(({ rule }) => rule.metric === metric && rule.limits.length > 0);
  }

  /** The rule for a series: that of its instance, else that of the metric; undefined when no clause judges it. */
  ruleFor(metric: MetricId, instance?: string): ResolvedRule | undefined {
    return this.rules.get(key(metric, instance)) ?? this.rules.get(key(metric, undefined));
  }
}

const key = (metric: MetricId, instance: string | undefined) => `${metric} ${instance ?? ''}`;

function resolve(profile: Profile, clause: Clause, rule: Rule): ResolvedRule {
  const { defaults } = profile;
  const canWarn = rule.limits.some(
    (limit) => limit.severity === 'warning' || limit.withoutBaseline === 'warning',
  );
  return {
    clause,
    rule,
    // Yes and no have nothing between them: back is back.
    margin: METRICS[rule.metric].unit === 'bool' ? 0 : (rule.margin ?? defaults.margin),
    policy: {
      hold: {
        1: canWarn ? (rule.hold?.warning ?? defaults.hold.warning) : Infinity,
        2: rule.hold?.fault ?? defaults.hold.fault,
      },
      clearMs: rule.clearMs ?? defaults.clearMs,
    },
    countsGrowth: rule.limits.some((limit) => limit.of === 'growth'),
    measuresSpread: rule.limits.some((limit) => limit.of === 'spread'),
    ...(rule.range && { range: bounds(rule.range) }),
  };
}

function bounds(range: NonNullable<Rule['range']>): Bounds {
  return {
    ...(range.low !== undefined && { low: range.low }),
    ...(range.high !== undefined && { high: range.high }),
  };
}
