import { formatFull } from '../../../../shared/format/time.js';
import { metricName } from '../../../../shared/health/messages.js';
import type { ReportView } from '../../../../shared/report/view.js';
import { useTexts } from '../../i18n.js';
import { Facts } from './Facts.js';
import { Section } from './Section.js';

/** Which station it was, where the readings come from, and the devices that belong to it. */
export function StationFacts({ view }: { readonly view: ReportView }) {
  const { t, language } = useTexts();
  const { station, source, baseline, devices } = view;
  return (
    <Section title={t('report.station')}>
      <Facts
        facts={[
          [t('report.station.name'), station.name],
          [t('report.station.computer'), station.computer],
          [t('report.station.os'), station.os],
          [
            t('report.station.source'),
            source
              ? [source.source, source.note].filter(Boolean).join(' · ')
              : t('report.station.source.none'),
          ],
          [
            t('report.station.baseline'),
            baseline
              ? t('report.station.baseline.by', {
                  time: formatFull(baseline.at, language),
                  name: baseline.by,
                })
              : t('report.station.baseline.none'),
          ],
        ]}
      />
      {devices.length > 0 && (
        <>
          <h3 className="mt-2 text-dim">{t('report.devices')}</h3>
          <ul className="list-inside list-disc">
            {devices.map(({ metric, instance, name }) => (
              <li key={`${metric} ${instance}`}>
                {name}
                <span className="ml-2 text-dim">{metricName(metric, t)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
