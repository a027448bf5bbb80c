import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { formatValue } from '../../../../shared/format/value.js';
import { handlingOf } from '../../../../shared/health/life-cycle.js';
import { firstAction, incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openIncident } from '../../stores/view.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { causeMessage, stateOf } from '../dashboard/banner-content.js';

interface IncidentRowProps {
  readonly incident: IncidentState;
}

/** One open incident: what, how bad, against which limit, how long, and the first thing to do. */
export const IncidentRow = memo(function IncidentRow({ incident }: IncidentRowProps) {
  const speech = useTexts();
  const { t, language } = speech;
  const { id, level, metric, instance, peak, clause, gone } = incident;
  const handling = handlingOf(incident);
  // What is shown of the value, not the value: most ticks change neither.
  const cause = useMonitor(({ snapshot }) =>
    causeMessage(incident, stateOf(incident, snapshot?.parts ?? []), speech),
  );
  const isAtPeak = useMonitor(({ snapshot }) => stateOf(incident, snapshot?.parts ?? [])?.value === peak);
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
            onClick={() => openIncident(id)}
          >
            <span className="sr-only">{t(`judgement.${level}`)} </span>
            {incidentTitle(incident, speech)}
            {instance !== undefined && gone === undefined && (
              <span className="ml-2 font-normal text-dim">{instanceName(instance, t)}</span>
            )}
          </button>
          <span className="text-caption font-semibold text-tone">
            <Elapsed since={incident.since} />
          </span>
        </p>
        <p className="flex flex-wrap gap-x-3 text-caption text-dim">
          <span>{cause}</span>
          {metricSpec(metric).unit !== 'bool' && gone === undefined && !isAtPeak && (
            <span>{t('ui.peak', { value: formatValue(metric, peak, t, language).text })}</span>
          )}
          <span>{t('ui.clause', { clause })}</span>
          {handling !== 'open' && <span>{t(`incidents.handling.${handling}`)}</span>}
        </p>
        <p className="mt-1">
          <strong className="mr-2 font-semibold text-tone">{t('ui.firstAction')}</strong>
          {firstAction(incident, speech)}
        </p>
      </div>
      <ChevronRight className="mt-0.75 size-4 shrink-0 text-dim" aria-hidden />
    </li>
  );
}, isSameRow);

/** Whether two states of an incident look the same in its row, which does not show how many readings it has so far. */
function isSameRow({ incident: a }: IncidentRowProps, { incident: b }: IncidentRowProps): boolean {
  return JSON.stringify({ ...a, samples: 0 }) === JSON.stringify({ ...b, samples: 0 });
}
