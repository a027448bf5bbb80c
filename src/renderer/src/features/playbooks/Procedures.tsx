import { ListChecks } from 'lucide-react';
import { PROCEDURES } from '../../../../shared/playbooks/playbooks.js';
import { playbookTitle } from '../../../../shared/playbooks/texts.js';
import { useTexts } from '../../i18n.js';
import { openPlaybook } from '../../stores/view.js';

/** What the operating procedure has steps for, whether the program has noticed anything or not. */
export function Procedures() {
  const { t } = useTexts();
  return (
    <section
      aria-labelledby="procedures"
      className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5"
    >
      <h3 id="procedures" className="flex items-center gap-1.5 text-caption text-dim">
        <ListChecks className="size-3.5 shrink-0" aria-hidden />
        {t('playbook.procedures')}
      </h3>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {PROCEDURES.map((id) => (
          <li key={id}>
            <button
              type="button"
              data-procedure={id}
              onClick={() => openPlaybook(id)}
              className="font-medium text-brand hover:underline"
            >
              {playbookTitle(id, t)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
