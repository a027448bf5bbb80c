import { FlaskConical } from 'lucide-react';
import { formatLimit } from '../../../../shared/format/range.js';
import { incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import type { PopupEntry } from '../../../../shared/ipc/contract.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { Band } from '../../ui/Band.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Quantity } from '../../ui/Quantity.js';
import { Since } from '../../ui/Since.js';
import { stateOf } from '../dashboard/banner-content.js';
import { FirstAction } from '../incidents/FirstAction.js';
import { Programs } from '../incidents/Programs.js';
import { Related } from '../incidents/Related.js';
import { Again } from './Again.js';
import { FaultActions } from './FaultActions.js';

/** One fault: what, how bad beside its limit, since when, and the first thing to do. */
export function Fault({ incident, sample }: PopupEntry) {
  const speech = useTexts();
  const { t, language } = speech;
  // What the station says now is newer than the announcement.
  const open = useMonitor(({ snapshot }) => snapshot?.incidents.find((one) => one.id === incident.id));
  const state = useMonitor(({ snapshot }) => (sample ? undefined : stateOf(incident, snapshot?.parts ?? [])));
  const { level, metric, instance, part, clause, limit, since, range, peak, gone } = open ?? incident;
  const value = state?.value ?? peak;
  const title = incidentTitle(incident, speech);
  const isWord = metricSpec(metric).unit === 'bool';
  const heading = `fault-${incident.id}`;
  return (
    <li data-incident={incident.id} data-tone={level}>
      <article aria-labelledby={heading} className="grid gap-2.5 px-4 py-3.5">
        {sample && (
          <p className="flex items-center gap-1.5 rounded-lg bg-brand-soft px-2.5 py-1 text-caption text-brand">
            <FlaskConical className="size-3.5 shrink-0" aria-hidden />
            <strong className="font-semibold">{t('popup.test')}</strong>
            {t('popup.test.note')}
          </p>
        )}
        {!sample && <Again incident={open ?? incident} />}
        <div className="flex items-start gap-3">
          <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-tone-solid text-glyph">
            <JudgementIcon tone={level} className="size-6" />
          </span>
          <div className="min-w-0 grow">
            <h2 id={heading} className="text-[1.0625rem] leading-6 font-bold text-balance">
              <span className="sr-only">{t(`judgement.${level}`)} </span>
              {title}
            </h2>
            <p className="flex flex-wrap gap-x-2.5 text-caption text-dim">
              <span>
                {t(`part.${part}`)}
                {instance !== undefined && gone === undefined && ` ${instanceName(instance, t)}`}
              </span>
              <span className="whitespace-nowrap">{t('ui.clause', { clause })}</span>
              <Since at={since} />
              <Elapsed since={since} />
            </p>
          </div>
          <p className="max-w-[45%] shrink-0 text-right text-tone">
            {gone === undefined && (
              <strong className={`block leading-6 font-bold ${isWord ? '' : 'text-[1.375rem]'}`}>
                <Quantity metric={metric} value={value} />
              </strong>
            )}
            {limit && (
              <span className="text-caption font-semibold">{formatLimit(metric, limit, t, language)}</span>
            )}
          </p>
        </div>
        {range && gone === undefined && <Band state={{ metric, range, value }} />}
        <FirstAction incident={open ?? incident} />
        {!sample && <Programs incident={open ?? incident} />}
        {!sample && <Related incident={open ?? incident} />}
        <FaultActions id={incident.id} title={title} />
      </article>
    </li>
  );
}
