import { ChevronRight } from 'lucide-react';
import { formatValue } from '../../../../shared/format/value.js';
import { firstAction, incidentTitle } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openPart } from '../../stores/view.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { instanceName } from '../../ui/instance-name.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { causeMessage, stateOf } from '../dashboard/banner-content.js';

/** One open incident: what, how bad, against which limit, how long, and the first thing to do. */
export function IncidentRow({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { level, metric, instance, part, peak, clause } = incident;
  const state = useMonitor(({ snapshot }) => stateOf(incident, snapshot?.parts ?? []));
  return (
    <li
      data-incident={incident.id}
      data-tone={level}
      className="relative flex gap-3 px-4 py-3 hover:bg-sunken/50"
    >
      <span className="mt-0.75 text-tone">
        <JudgementIcon tone={level} className="size-4" />
      </span>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <button
            type="button"
            className="card-button text-left font-semibold"
            onClick={() => openPart(part)}
          >
            <span className="sr-only">{t(`judgement.${level}`)} </span>
            {incidentTitle(metric, speech)}
            {instance !== undefined && (
              <span className="ml-2 font-normal text-dim">{instanceName(instance, t)}</span>
            )}
          </button>
          <span className="text-caption font-semibold text-tone">
            <Elapsed since={incident.since} />
          </span>
        </p>
        <p className="flex flex-wrap gap-x-3 text-caption text-dim">
          <span>{causeMessage(incident, state, speech)}</span>
          {metricSpec(metric).unit !== 'bool' && state?.value !== peak && (
            <span>{t('ui.peak', { value: formatValue(metric, peak, t, language).text })}</span>
          )}
          <span>{t('ui.clause', { clause })}</span>
        </p>
        <p className="mt-1">
          <strong className="mr-2 font-semibold text-tone">{t('ui.firstAction')}</strong>
          {firstAction(metric, speech)}
        </p>
      </div>
      <ChevronRight className="mt-0.75 size-4 shrink-0 text-dim" aria-hidden />
    </li>
  );
}
