import { PencilLine } from 'lucide-react';
import { formatMoment } from '../../../../../shared/format/time.js';
import type { RuleChange } from '../../../../../shared/sop/overrides.js';
import { useTexts } from '../../../i18n.js';
import { TEXT_BUTTON } from '../controls/styles.js';
import type { RuleForm } from './use-rule.js';

/** Who changed a rule and when, and the way back. */
export function ChangedBy({ change, form }: { readonly change: RuleChange; readonly form: RuleForm }) {
  const { t, language } = useTexts();
  const time = formatMoment(change.at, Date.now(), language);
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-caption text-brand">
      <PencilLine className="size-3.5 shrink-0" aria-hidden />
      {t('ui.settings.changedBy', { name: change.by, time })}
      <button type="button" className={TEXT_BUTTON} onClick={form.restore}>
        {t('ui.settings.restore')}
      </button>
    </p>
  );
}
