import { useState } from 'react';
import { formatDuration } from '../../../../shared/format/duration.js';
import { formatMoment } from '../../../../shared/format/time.js';
import { formatValue } from '../../../../shared/format/value.js';
import { incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { RECORD_STATES, recordState } from '../../../../shared/history/records.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { openIncident } from '../../stores/view.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Choice } from './Choice.js';
import type { Stretch } from './chart-data.js';
import { ExportBar } from './ExportBar.js';
import { incidentsWish } from './export-wish.js';
import { ReportButton } from './ReportButton.js';

/** Rows shown at first, and with every wish for more. */
const SHOWN = 20;

const SEVERITIES = ['fault', 'warning'] as const;

interface IncidentTableProps {
  readonly incidents: readonly IncidentState[];
  /** The stretch that they are of. */
  readonly stretch: Stretch;
}

/** The incidents of the stretch that is shown, newest first, by part, severity and state. */
export function IncidentTable({ incidents, stretch }: IncidentTableProps) {
  const { t } = useTexts();
  const [part, setPart] = useState('');
  const [severity, setSeverity] = useState('');
  const [state, setState] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const parts = [...new Set(incidents.map((one) => one.part))];
  const all = ['', t('ui.history.filter.all')] as const;
  const wanted = incidents.filter(
    (one) =>
      (part === '' || one.part === part) &&
      (severity === '' || one.severity === severity) &&
      (state === '' || recordState(one) === state),
  );
  return (
    <section
      aria-labelledby="history-incidents"
      className="rounded-card border border-line bg-surface px-4 pt-3 pb-3.5 shadow-card"
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="history-incidents" className="mr-auto text-heading font-semibold">
          {t('ui.history.incidents')}
        </h2>
        <Choice
          label={t('ui.history.filter.part')}
          value={part}
          onChange={setPart}
          options={[all, ...parts.map((one) => [one, t(`part.${one}`)] as const)]}
        />
        <Choice
          label={t('ui.history.filter.severity')}
          value={severity}
          onChange={setSeverity}
          options={[all, ...SEVERITIES.map((one) => [one, t(`judgement.${one}`)] as const)]}
        />
        <Choice
          label={t('ui.history.filter.state')}
          value={state}
          onChange={setState}
          options={[all, ...RECORD_STATES.map((one) => [one, t(`ui.history.state.${one}`)] as const)]}
        />
      </header>
      {wanted.length === 0 && <p className="text-dim">{t('ui.history.incidents.none')}</p>}
      <ul>
        {wanted.slice(0, shown).map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
      </ul>
      {wanted.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown + SHOWN)}
          className="my-1 font-semibold text-brand hover:underline"
        >
          {t('ui.history.incidents.more', { count: Math.min(SHOWN, wanted.length - shown) })}
        </button>
      )}
      {wanted.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2.5">
          <p className="text-caption text-dim">{t('ui.history.incidents.count', { count: wanted.length })}</p>
          <ExportBar
            label={t('ui.export.incidents')}
            wish={(format) => incidentsWish(stretch, { part, severity, state }, format)}
          />
        </div>
      )}
    </section>
  );
}

function Row({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { id, metric, instance, severity, since, closedAt, peak, gone } = incident;
  return (
    <li
      data-record={id}
      data-tone={severity}
      className="relative -mx-2 flex flex-wrap items-baseline gap-x-3 border-t border-line px-2 py-1.5 hover:bg-sunken/50"
    >
      <span className="translate-y-0.5 text-tone">
        <JudgementIcon tone={severity} className="size-4" />
      </span>
      <span className="min-w-0 grow">
        <span className="sr-only">{t(`judgement.${severity}`)} </span>
        <button type="button" className="card-button text-left" onClick={() => openIncident(id)}>
          {incidentTitle(incident, speech)}
        </button>
        {instance !== undefined && gone === undefined && (
          <span className="ml-2 text-dim">{instanceName(instance, t)}</span>
        )}
      </span>
      {metricSpec(metric).unit !== 'bool' && gone === undefined && (
        <span className="text-caption text-dim">
          {t('ui.peak', { value: formatValue(metric, peak, t, language).text })}
        </span>
      )}
      <span className="text-caption text-dim">{formatMoment(since, Date.now(), language)}</span>
      {closedAt !== null && (
        <span className="text-caption text-dim">{formatDuration(closedAt - since, t)}</span>
      )}
      <span className="text-caption font-semibold">{t(`ui.history.state.${recordState(incident)}`)}</span>
      <ReportButton incident={incident} />
    </li>
  );
}
