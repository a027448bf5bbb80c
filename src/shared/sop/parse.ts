import { findSectionProblem } from '../precheck/section.js';
import { findRuleProblem } from './rule-problem.js';
import { type Profile, profileSchema } from './schema.js';

/** Where a profile is wrong: path of the field (`clauses.26.metrics.0.margin`) and what is wrong there. */
export interface ProfileProblem {
  readonly path: string;
  readonly message: string;
}

/** A parsed profile, or the first problem found. */
export type ParsedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problem: ProfileProblem };

/** Parses an unknown value as an operating procedure, relations between its fields included. */
export function parseProfile(input: unknown): ParsedProfile {
  const parsed = profileSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return problem(issue?.path.join('.') || '(root)', issue?.message ?? 'not a profile');
  }
  const profile = parsed.data;
  return findProblem(profile) ?? { ok: true, profile };
}

const problem = (path: string, message: string): ParsedProfile => ({ ok: false, problem: { path, message } });

function findProblem(profile: Profile): ParsedProfile | undefined {
  const clauseIds = new Set<string>();
  const judged = new Set<string>();
  for (const [c, clause] of profile.clauses.entries()) {
    if (clauseIds.has(clause.id)) return problem(`clauses.${c}.id`, `clause ${clause.id} appears twice`);
    clauseIds.add(clause.id);
    for (const [m, rule] of clause.metrics.entries()) {
      const path = `clauses.${c}.metrics.${m}`;
      const key = `${rule.metric} ${rule.instance ?? ''}`;
      if (judged.has(key))
        return problem(path, `${rule.metric} is judged twice; use "shows" for the second clause`);
      judged.add(key);
      const wrong = findRuleProblem(rule);
      if (wrong) return problem(`${path}.${wrong.field}`, wrong.message);
    }
  }
  for (const [c, clause] of profile.clauses.entries()) {
    for (const [s, metric] of clause.shows.entries()) {
      if (!judged.has(`${metric} `))
        return problem(`clauses.${c}.shows.${s}`, `no clause judges ${metric}, so none can show it`);
    }
  }
  const wrong = profile.precheck && findSectionProblem(profile.precheck);
  return wrong && problem(wrong.path, wrong.message);
}
