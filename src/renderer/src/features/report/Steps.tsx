import { Square, SquareCheck } from 'lucide-react';
import { formatMoment } from '../../../../shared/format/time.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { PLAYBOOKS, playbookFor } from '../../../../shared/playbooks/playbooks.js';
import { stepText } from '../../../../shared/playbooks/texts.js';
import { useTexts } from '../../i18n.js';
import { Section } from './Section.js';

/** The steps of the playbook, and which of them were done. */
export function Steps({ incident }: { readonly incident: IncidentState }) {
  const { t, language } = useTexts();
  const playbook = playbookFor(incident);
  return (
    <Section title={t('report.steps')}>
      <ol className="grid gap-1">
        {PLAYBOOKS[playbook].map(({ id }) => {
          const ticked = incident.steps?.find(({ step }) => step === id);
          const Box = ticked ? SquareCheck : Square;
          const when = ticked && formatMoment(ticked.at, incident.since, language);
          return (
            <li key={id} className="flex items-start gap-2">
              <Box className={`mt-0.5 size-4 shrink-0 ${ticked ? 'text-ink' : 'text-dim'}`} aria-hidden />
              <span className="sr-only">{t(ticked ? 'report.step.done' : 'report.step.open')}</span>
              <span className="min-w-0 grow">{stepText(playbook, id, t)}</span>
              {ticked && (
                <span className="shrink-0 text-caption text-dim">
                  {[ticked.by, when].filter(Boolean).join(' · ')}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
