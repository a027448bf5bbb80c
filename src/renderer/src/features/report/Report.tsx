import { useEffect } from 'react';
import { formatFull } from '../../../../shared/format/time.js';
import { incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import type { ReportView } from '../../../../shared/report/view.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { programUse } from '../incidents/Programs.js';
import { Course } from './Course.js';
import { ReportChart } from './ReportChart.js';
import { ReportFacts } from './ReportFacts.js';
import { Section } from './Section.js';
import { StationFacts } from './StationFacts.js';
import { Steps } from './Steps.js';

/** The report of one incident, as it is printed. */
export function Report({ view }: { readonly view: ReportView }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { incident, station } = view;
  const { severity, instance, gone, resolution, programs = [] } = incident;
  const title = incidentTitle(incident, speech);
  useEffect(() => {
    document.title = `${t('report.title')} · ${title}`;
    // Children have drawn before; a glyph that is still being loaded would be missing on paper.
    void document.fonts.ready.then(() => setTimeout(() => void bridge.invoke('report:ready', undefined)));
  }, [t, title]);
  return (
    <main data-testid="report" className="mx-auto grid w-[42rem] gap-5 bg-white">
      <header className="border-b-2 border-line-strong pb-3">
        <p className="flex justify-between gap-4 text-caption text-dim">
          <span>
            {t('report.title')} · {station.name}
          </span>
          <span>{t('report.made', { time: formatFull(view.at, language), version: station.version })}</span>
        </p>
        <h1 data-tone={severity} className="mt-1.5 flex items-center gap-2.5 text-title font-bold">
          <span className="text-tone">
            <JudgementIcon tone={severity} className="size-6" />
          </span>
          {title}
          {instance !== undefined && gone === undefined && (
            <span className="text-body font-normal text-dim">{instanceName(instance, t)}</span>
          )}
        </h1>
      </header>
      <ReportFacts view={view} />
      <ReportChart view={view} />
      <Course view={view} />
      <Section title={t('report.cause')}>
        {resolution?.cause !== undefined && <p>{t('incidents.cause', { cause: resolution.cause })}</p>}
        {resolution?.note !== undefined && <p>{t('incidents.note', { note: resolution.note })}</p>}
        {resolution?.cause === undefined && resolution?.note === undefined && (
          <p className="text-dim">{t('report.cause.none')}</p>
        )}
      </Section>
      <Steps incident={incident} />
      {programs.length > 0 && (
        <Section title={t('report.programs')}>
          <ul className="list-inside list-disc">
            {programs.map((one) => (
              <li key={one.name}>
                {t('incidents.programs.one', { name: one.name, use: programUse(one, speech) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <StationFacts view={view} />
    </main>
  );
}
