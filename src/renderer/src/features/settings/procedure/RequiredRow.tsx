import type { Rule } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { CHECK } from '../controls/styles.js';
import { type RuleEdit, withRequired } from '../rule-model.js';
import type { RuleForm } from './use-rule.js';

interface RequiredRowProps {
  readonly rule: Rule;
  readonly edit: RuleEdit;
  readonly form: RuleForm;
}

/** Whether the station can be judged without this metric. */
export function RequiredRow({ rule, edit, form }: RequiredRowProps) {
  const { t } = useTexts();
  const required = edit.required ?? rule.required;
  return (
    <label className="flex items-center gap-2 justify-self-start py-1">
      <input
        type="checkbox"
        className={CHECK}
        checked={required}
        disabled={form.disabled}
        onChange={({ target }) => void form.store('required', withRequired(edit, rule, target.checked))}
      />
      {t('ui.settings.required')}
      {required !== rule.required && (
        <span className="text-caption text-dim">
          {t('ui.settings.default', { value: t(rule.required ? 'ui.settings.yes' : 'ui.settings.no') })}
        </span>
      )}
    </label>
  );
}
