import { type CsvCell, csvText } from '../format/csv.js';
import { formatLimit } from '../format/range.js';
import { incidentTitle, type Speech } from '../health/messages.js';
import type { IncidentState } from '../health/state.js';
import { playbookFor } from '../playbooks/playbooks.js';
import { stepText } from '../playbooks/texts.js';
import { localTime } from './export.js';
import { type IncidentQuery, recordState } from './records.js';

const COLUMNS = [
  'began',
  'ended',
  'duration',
  'title',
  'severity',
  'state',
  'part',
  'clause',
  'metric',
  'instance',
  'worst',
  'unit',
  'limit',
  'samples',
  'acknowledgedAt',
  'acknowledgedBy',
  'settledAt',
  'settledBy',
  'cause',
  'note',
  'steps',
  'programs',
  'id',
] as const;

type Column = (typeof COLUMNS)[number];

/** Incidents as a table, one row each. */
export function incidentsCsv(incidents: readonly IncidentState[], speech: Speech): string {
  const head = COLUMNS.map((name) => speech.t(`export.column.${name}`));
  const rows = incidents.map((one) => {
    const cells = cellsOf(one, speech);
    return COLUMNS.map((name) => cells[name]);
  });
  return csvText([head, ...rows]);
}

function cellsOf(incident: IncidentState, speech: Speech): Readonly<Record<Column, CsvCell>> {
  const { t, language } = speech;
  const { since, closedAt, metric, limit, resolution, acknowledgedAt } = incident;
  const time = (at: number | null | undefined): CsvCell => (at == null ? null : localTime(at));
  const list = (texts: readonly string[] | undefined): CsvCell =>
    texts?.length ? texts.join(t('playbook.text.separator')) : null;
  return {
    began: localTime(since),
    ended: time(closedAt),
    duration: closedAt === null ? null : Math.round((closedAt - since) / 1_000),
    title: incidentTitle(incident, speech),
    severity: t(`judgement.${incident.severity}`),
    state: t(`ui.history.state.${recordState(incident)}`),
    part: t(`part.${incident.part}`),
    clause: incident.clause,
    metric,
    instance: incident.instance ?? null,
    worst: incident.gone === undefined ? incident.peak : null,
    unit: incident.unit,
    limit: limit ? formatLimit(metric, limit, t, language) : null,
    samples: incident.samples,
    acknowledgedAt: time(acknowledgedAt),
    acknowledgedBy: incident.acknowledgedBy ?? null,
    settledAt: time(resolution?.at),
    settledBy: resolution?.by ?? null,
    cause: resolution?.cause ?? null,
    note: resolution?.note ?? null,
    steps: list(incident.steps?.map(({ step }) => stepText(playbookFor(incident), step, t))),
    programs: list(incident.programs?.map(({ name }) => name)),
    id: incident.id,
  };
}

/** Incidents as JSON for programs, whole, with the filters that chose them. */
export function incidentsJson(incidents: readonly IncidentState[], query: IncidentQuery): string {
  return `${JSON.stringify({ schema: 1, kind: 'incidents', query, incidents }, null, 1)}\n`;
}
