import type { IncidentState } from '../../../../shared/health/state.js';
import { PLAYBOOKS, playbookFor } from '../../../../shared/playbooks/playbooks.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { seenBy } from '../../stores/who.js';
import { useHandling } from '../incidents/use-handling.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { Playbook } from './Playbook.js';

/** After this time an open incident is one for IT, whatever was tried, ms (ours). */
const HELP_AFTER_MS = 10 * 60_000;

/** The playbook of an incident; its ticks are kept with the incident. */
export function IncidentPlaybook({ incident }: { readonly incident: IncidentState }) {
  const { t } = useTexts();
  const { error, act } = useHandling(incident.id);
  const id = playbookFor(incident);
  const done = (incident.steps ?? []).map(({ step }) => step);
  const isLate = useMonitor(({ snapshot }) => (snapshot?.at ?? 0) - incident.since >= HELP_AFTER_MS);
  const isTried = PLAYBOOKS[id].every((step) => done.includes(step.id));
  return (
    <section aria-labelledby="playbook" className="grid gap-2 border-t border-line pt-3">
      <h3 id="playbook" className="flex items-baseline gap-2 font-semibold">
        {t('playbook.title')}
        <span className="text-caption font-normal text-dim">
          {t('playbook.done', { done: done.length, count: PLAYBOOKS[id].length })}
        </span>
      </h3>
      <Playbook
        id={id}
        incident={incident.id}
        done={done}
        urgent={incident.closedAt === null && (isTried || isLate)}
        onTick={(step, isDone) => void act({ type: 'tick', step, done: isDone, ...seenBy() })}
      />
      <FieldError error={error} />
    </section>
  );
}
