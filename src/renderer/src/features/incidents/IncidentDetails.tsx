import { incidentTitle, instanceName } from '../../../../shared/health/messages.js';
import { useTexts } from '../../i18n.js';
import { openIncident, useView } from '../../stores/view.js';
import { JudgementChip } from '../../ui/JudgementChip.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Panel } from '../../ui/Panel.js';
import { IncidentPlaybook } from '../playbooks/IncidentPlaybook.js';
import { Handling } from './Handling.js';
import { IncidentFacts } from './IncidentFacts.js';
import { SaveReport } from './SaveReport.js';
import { useIncident } from './use-incident.js';

/** Everything about the opened incident, and what can be done about it, in a panel over the page. */
export function IncidentDetails() {
  const speech = useTexts();
  const { t } = speech;
  const opened = useView((state) => state.incident);
  const incident = useIncident(opened);
  if (!incident) return null;
  const { id, level, instance, gone, closedAt } = incident;
  const tone = closedAt === null ? level : 'ok';
  return (
    <Panel
      key={id}
      titleId="incident-title"
      onClose={() => openIncident(null)}
      head={
        <>
          <span data-tone={tone} className="text-tone">
            <JudgementIcon tone={tone} className="size-5" />
          </span>
          <h2 id="incident-title" className="min-w-0 text-heading font-semibold">
            {incidentTitle(incident, speech)}
            {instance !== undefined && gone === undefined && (
              <span className="ml-2 font-normal text-dim">{instanceName(instance, t)}</span>
            )}
          </h2>
          <span className="ml-auto">
            <JudgementChip tone={tone} {...(closedAt !== null && { word: t('ui.history.state.closed') })} />
          </span>
        </>
      }
    >
      <div data-detail={id} className="grid gap-4 px-5 py-4">
        <IncidentFacts incident={incident} />
        <IncidentPlaybook incident={incident} />
        <Handling incident={incident} />
        <SaveReport incident={incident} />
      </div>
    </Panel>
  );
}
