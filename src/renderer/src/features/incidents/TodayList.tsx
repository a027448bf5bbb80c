import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { formatDuration } from '../../../../shared/format/duration.js';
import { formatMoment } from '../../../../shared/format/time.js';
import { formatValue } from '../../../../shared/format/value.js';
import { incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openIncident } from '../../stores/view.js';

const NONE: readonly IncidentState[] = [];
/** Shown at first; the rest on demand. */
const SHOWN = 4;

/** What happened today and is over, the latest first. */
export function TodayList() {
  const { t } = useTexts();
  const ended = useMonitor(({ snapshot }) => snapshot?.ended ?? NONE);
  const [all, setAll] = useState(false);
  if (ended.length === 0) return null;
  const hidden = all ? 0 : Math.max(0, ended.length - SHOWN);
  return (
    <section aria-labelledby="today" className="border-t border-line pb-2">
      <h3 id="today" className="flex items-center gap-2 px-4 pt-3 pb-1 font-semibold">
        {t('ui.today')}
        <span className="rounded-full bg-sunken px-2 text-caption font-semibold text-dim">
          {ended.length}
        </span>
      </h3>
      <ul>
        {ended.slice(0, ended.length - hidden).map((incident) => (
          <EndedRow key={incident.id} incident={incident} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mx-4 my-1 font-semibold text-brand hover:underline"
        >
          {t('ui.today.more', { count: hidden })}
        </button>
      )}
    </section>
  );
}

function EndedRow({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { id, metric, instance, since, closedAt, peak, gone } = incident;
  const end = closedAt ?? since;
  return (
    <li
      data-ended={incident.id}
      className="relative flex items-baseline gap-3 px-4 py-1.5 hover:bg-sunken/50"
    >
      <CircleCheck className="size-3.5 shrink-0 translate-y-0.5 text-dim" aria-hidden />
      <p className="flex min-w-0 grow flex-wrap gap-x-3">
        <button type="button" className="card-button text-left" onClick={() => openIncident(id)}>
          {incidentTitle(incident, speech)}
          {instance !== undefined && gone === undefined && (
            <span className="ml-2 text-dim">{instanceName(instance, t)}</span>
          )}
        </button>
        <span className="text-caption leading-[1.375rem] text-dim">
          {t('ui.today.span', {
            from: formatMoment(since, end, language),
            to: formatMoment(end, end, language),
          })}
        </span>
        {metricSpec(metric).unit !== 'bool' && gone === undefined && (
          <span className="text-caption leading-[1.375rem] text-dim">
            {t('ui.peak', { value: formatValue(metric, peak, t, language).text })}
          </span>
        )}
      </p>
      <span className="shrink-0 text-caption text-dim">{formatDuration(end - since, t)}</span>
    </li>
  );
}
