import { arch, hostname, type as osType, release } from 'node:os';
import { compareWithBaseline } from '../../shared/baseline/compare.js';
import type { Baseline } from '../../shared/baseline/schema.js';
import type { ChecklistItem } from '../../shared/health/checklist.js';
import { incidentMessage, metricMessage, type Speech } from '../../shared/health/messages.js';
import type { ReplayResult } from '../../shared/health/replay.js';
import type { MetricState, Verdict } from '../../shared/health/state.js';
import { metricSpec } from '../../shared/metrics/dictionary.js';

/** What one check found. */
export interface CheckResult {
  readonly items: readonly ChecklistItem[];
  readonly verdict: Verdict['judgement'];
  /** When, ms since 1970. */
  readonly at: number;
  /** What the station was compared with; null: no baseline was taken. */
  readonly baseline: Baseline | null;
  /** Every series. */
  readonly states: readonly MetricState[];
}

/** The JSON of one check; part of the contract with outsiders (README). */
export function checkJson(result: CheckResult, version: string, speech: Speech): unknown {
  const { items, verdict, at, baseline, states } = result;
  return {
    schema: 1,
    station: { host: hostname(), os: `${osType()} ${release()} ${arch()}`, version },
    at,
    verdict,
    baseline: baseline && baselineJson(baseline, states),
    checks: items.map(({ clause, state }) => ({
      clause,
      metric: state.metric,
      ...(state.instance !== undefined && { instance: state.instance }),
      value: state.value,
      unit: state.unit,
      judgement: state.judgement,
      ...(state.missing && { missing: state.missing }),
      ...(state.accepted && { accepted: true }),
      ...(state.gone !== undefined && { gone: state.gone }),
      required: state.required,
      ...(state.range && { range: state.range }),
      source: state.source,
      ...(state.note !== undefined && { note: state.note }),
      at: state.at,
      message: metricMessage(state, speech),
    })),
  };
}

/** Who took the baseline and when, and what is not as it was. */
function baselineJson(baseline: Baseline, states: readonly MetricState[]): unknown {
  const { at, by } = baseline;
  const differences = compareWithBaseline(baseline, states).map((row) => ({
    difference: row.mark,
    metric: row.metric,
    ...(row.instance !== undefined && { instance: row.instance }),
    ...(row.kind === 'device'
      ? { name: row.name, ...(row.now !== undefined && { now: row.now }) }
      : { expected: row.expected, actual: row.actual, unit: metricSpec(row.metric).unit }),
  }));
  return { at, by, differences };
}

/** The JSON of a replay; part of the contract with outsiders (README). */
export function replayJson(result: ReplayResult, speech: Speech): unknown {
  const end = result.span?.to ?? 0;
  return {
    schema: 1,
    span: result.span,
    verdicts: result.verdicts,
    incidents: result.incidents.map((incident) => ({
      clause: incident.clause,
      metric: incident.metric,
      ...(incident.instance !== undefined && { instance: incident.instance }),
      severity: incident.severity,
      since: incident.since,
      openedAt: incident.openedAt,
      popupAt: incident.popupAt,
      closedAt: incident.closedAt,
      peak: incident.peak,
      unit: incident.unit,
      message: incidentMessage(incident, end, speech),
    })),
    popups: result.popups,
  };
}
