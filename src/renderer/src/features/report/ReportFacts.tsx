import { formatDuration } from '../../../../shared/format/duration.js';
import { formatLimit } from '../../../../shared/format/range.js';
import { formatFull } from '../../../../shared/format/time.js';
import { formatValue } from '../../../../shared/format/value.js';
import { recordState } from '../../../../shared/history/records.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import type { ReportView } from '../../../../shared/report/view.js';
import { useTexts } from '../../i18n.js';
import { Facts } from './Facts.js';

/** What the incident was: how bad, beyond which limit, from when until when. */
export function ReportFacts({ view: { incident, at } }: { readonly view: ReportView }) {
  const { t, language } = useTexts();
  const { metric, gone, peak, limit, since, closedAt, reopenings, reopenedAt } = incident;
  const isNumber = metricSpec(metric).unit !== 'bool' && gone === undefined;
  return (
    <Facts
      facts={[
        [t('report.fact.level'), t(`judgement.${incident.severity}`)],
        [t('report.fact.state'), t(`ui.history.state.${recordState(incident)}`)],
        [t('report.fact.part'), t(`part.${incident.part}`)],
        [t('incidents.clause'), incident.clause],
        [t('incidents.worst'), isNumber ? formatValue(metric, peak, t, language).text : undefined],
        [t('incidents.limit'), limit && isNumber ? formatLimit(metric, limit, t, language) : undefined],
        [t('incidents.began'), formatFull(since, language)],
        [t('report.fact.ended'), closedAt === null ? t('report.goesOn') : formatFull(closedAt, language)],
        [t('incidents.lasted'), formatDuration((closedAt ?? at) - since, t)],
        [t('incidents.samples'), t('incidents.samples.count', { count: incident.samples })],
        [
          t('incidents.reopened'),
          reopenings === undefined
            ? undefined
            : t('incidents.reopened.count', {
                count: reopenings,
                time: formatFull(reopenedAt ?? since, language),
              }),
        ],
      ]}
    />
  );
}
