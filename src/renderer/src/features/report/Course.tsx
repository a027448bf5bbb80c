import { formatFull } from '../../../../shared/format/time.js';
import type { Speech } from '../../../../shared/health/messages.js';
import { playbookFor } from '../../../../shared/playbooks/playbooks.js';
import { stepText } from '../../../../shared/playbooks/texts.js';
import { type ReportEvent, reportEvents } from '../../../../shared/report/events.js';
import type { ReportView } from '../../../../shared/report/view.js';
import { useTexts } from '../../i18n.js';
import { Section } from './Section.js';

/** What happened when, and who did what. */
export function Course({ view: { incident, timeline } }: { readonly view: ReportView }) {
  const speech = useTexts();
  const { t, language } = speech;
  const events = reportEvents(incident, timeline.happenings);
  const playbook = playbookFor(incident);
  const text = ({ kind, step }: ReportEvent, { t: say }: Speech): string =>
    kind === 'step'
      ? say('report.event.step', { step: stepText(playbook, step ?? '', say) })
      : say(`report.event.${kind}`);
  return (
    <Section title={t('report.events')}>
      <table className="w-full">
        <tbody>
          {events.map((event) => (
            <tr
              key={`${event.at} ${event.kind} ${event.step}`}
              className="border-t border-line align-baseline"
            >
              <td className="w-[12.5rem] py-0.5 pr-3 whitespace-nowrap text-dim">
                {formatFull(event.at, language)}
              </td>
              <td className="py-0.5 pr-3">{text(event, speech)}</td>
              <td className="py-0.5 text-right whitespace-nowrap">{event.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!events.some(({ kind }) => kind === 'popup') && (
        <p className="mt-1 text-caption text-dim">{t('report.notAnnounced')}</p>
      )}
    </Section>
  );
}
