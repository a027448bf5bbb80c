import { arch, hostname, type as osType, release } from 'node:os';
import type { ChecklistItem } from '../../shared/health/checklist.js';
import { incidentMessage, metricMessage, type Speech } from '../../shared/health/messages.js';
import type { ReplayResult } from '../../shared/health/replay.js';
import type { Verdict } from '../../shared/health/state.js';

/** The JSON of one check; part of the contract with outsiders (README). */
export function checkJson(
  items: readonly ChecklistItem[],
  verdict: Verdict['judgement'],
  at: number,
  version: string,
  speech: Speech,
): unknown {
  return {
    schema: 1,
    station: { host: hostname(), os: `${osType()} ${release()} ${arch()}`, version },
    at,
    verdict,
    checks: items.map(({ clause, state }) => ({
      clause,
      metric: state.metric,
      ...(state.instance !== undefined && { instance: state.instance }),
      value: state.value,
      unit: state.unit,
      judgement: state.judgement,
      ...(state.missing && { missing: state.missing }),
      ...(state.accepted && { accepted: true }),
      required: state.required,
      ...(state.range && { range: state.range }),
      source: state.source,
      ...(state.note !== undefined && { note: state.note }),
      at: state.at,
      message: metricMessage(state, speech),
    })),
  };
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
