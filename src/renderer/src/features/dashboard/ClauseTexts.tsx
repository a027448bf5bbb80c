import type { Part } from '../../../../shared/sop/schema.js';
import { useTexts } from '../../i18n.js';
import { useProcedure } from '../../stores/procedure.js';

/** What the procedure asks of a part, in its own words. */
export function ClauseTexts({ part }: { readonly part: Part }) {
  const { t, language } = useTexts();
  const procedure = useProcedure((state) => state.procedure);
  const clauses = procedure?.effective.clauses.filter((clause) => clause.part === part) ?? [];
  if (clauses.length === 0) return null;
  return (
    <section aria-label={t('ui.clauses')} className="mx-5 mt-4 rounded-lg bg-sunken/60 px-3.5 py-2.5">
      <dl className="grid gap-1.5 text-caption">
        {clauses.map(({ id, text, origin }) => (
          <div key={id} className="flex gap-2.5">
            <dt className="w-8 shrink-0 font-semibold">{id}</dt>
            <dd className="min-w-0">
              {text[language]}
              {origin === 'inferred' && <span className="ml-1.5 text-dim">{t('ui.clause.inferred')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
