import type { ReactNode } from 'react';
import { formatDuration } from '../../../../shared/format/duration.js';
import { formatLimit } from '../../../../shared/format/range.js';
import { formatMoment } from '../../../../shared/format/time.js';
import { formatValue } from '../../../../shared/format/value.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openPart } from '../../stores/view.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { causeMessage, stateOf } from '../dashboard/banner-content.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';
import { FirstAction } from './FirstAction.js';
import { Programs } from './Programs.js';
import { Related } from './Related.js';

/** What is known of an incident: value, limit, times, and what else shows its cause. */
export function IncidentFacts({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t, language } = speech;
  const state = useMonitor(({ snapshot }) => stateOf(incident, snapshot?.parts ?? []));
  const now = useMonitor(({ snapshot }) => snapshot?.at ?? incident.openedAt);
  const { metric, limit, peak, gone, since, closedAt, clause, samples, part } = incident;
  const moment = (at: number): string => formatMoment(at, now, language);
  const isNumber = metricSpec(metric).unit !== 'bool' && gone === undefined;
  return (
    <section className="grid gap-3">
      {closedAt === null && <p>{causeMessage(incident, state, speech)}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-caption">
        {isNumber && <Fact name={t('incidents.worst')}>{formatValue(metric, peak, t, language).text}</Fact>}
        {isNumber && limit && (
          <Fact name={t('incidents.limit')}>{formatLimit(metric, limit, t, language)}</Fact>
        )}
        <Fact name={t('incidents.began')}>{moment(since)}</Fact>
        <Fact name={t('incidents.lasted')}>
          {closedAt === null ? <Elapsed since={since} /> : formatDuration(closedAt - since, t)}
        </Fact>
        <Fact name={t('incidents.samples')}>{t('incidents.samples.count', { count: samples })}</Fact>
        {incident.reopenings !== undefined && (
          <Fact name={t('incidents.reopened')}>
            {t('incidents.reopened.count', {
              count: incident.reopenings,
              time: moment(incident.reopenedAt ?? since),
            })}
          </Fact>
        )}
        <Fact name={t('incidents.clause')}>{clause}</Fact>
      </dl>
      {closedAt !== null && <p className="text-dim">{t('incidents.over', { time: moment(closedAt) })}</p>}
      {incident.escalatedAt !== undefined && (
        <p data-tone="warning" className="text-tone">
          {t('incidents.escalated', { time: moment(incident.escalatedAt) })}
        </p>
      )}
      {closedAt === null && <FirstAction incident={incident} />}
      <Programs incident={incident} />
      <Related incident={incident} />
      <p>
        <button type="button" className={`${TEXT_BUTTON} -ml-1`} onClick={() => openPart(part)}>
          {t('incidents.part', { part: t(`part.${part}`) })}
        </button>
      </p>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-dim">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
