import { instanceName } from '../../../../../shared/health/messages.js';
import { limitKey } from '../../../../../shared/sop/changes.js';
import type { Profile } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { LockNote } from '../controls/LockNote.js';
import { isShownOnly, type ShippedRule } from '../rule-model.js';
import { ChangedBy } from './ChangedBy.js';
import { HoldRow } from './HoldRow.js';
import { LimitRow } from './LimitRow.js';
import { RangeRow } from './RangeRow.js';
import { RequiredRow } from './RequiredRow.js';
import { RowError } from './RowError.js';
import { useRule } from './use-rule.js';

interface RuleEditorProps {
  readonly shipped: ShippedRule;
  readonly profile: Profile;
}

/** How one metric is judged, with everything that can be changed about it. */
export function RuleEditor({ shipped, profile }: RuleEditorProps) {
  const { t } = useTexts();
  const form = useRule(shipped);
  const { rule, clause, key } = shipped;
  const edit = form.change ?? {};
  return (
    <fieldset data-rule={key} className="min-w-0 px-4 py-3">
      <legend className="float-left flex w-full flex-wrap items-baseline gap-x-2.5">
        <h3 className="font-semibold">
          {t(`metric.${rule.metric}`)}
          {rule.instance !== undefined && (
            <span className="ml-1.5 font-normal text-dim">{instanceName(rule.instance, t)}</span>
          )}
        </h3>
        <span className="text-caption text-dim">{t('ui.clause', { clause: clause.id })}</span>
      </legend>
      <div className="clear-both grid gap-1.5 pt-1">
        {form.locked !== undefined && <LockNote file={form.locked} />}
        {form.change && form.locked === undefined && <ChangedBy change={form.change} form={form} />}
        {isShownOnly(rule) ? (
          <p className="text-caption text-dim">{t('ui.settings.shownOnly')}</p>
        ) : (
          <>
            {rule.limits.map((limit) => (
              <LimitRow key={`${limitKey(limit)} ${limit.value}`} {...{ rule, limit, edit, form }} />
            ))}
            <RowError form={form} place="limits" />
            {rule.range && <RangeRow {...{ rule, edit, form }} />}
            <RowError form={form} place="range" />
            {rule.limits.length > 0 && <HoldRow {...{ rule, edit, form, profile }} />}
            <RowError form={form} place="hold" />
          </>
        )}
        <RequiredRow {...{ rule, edit, form }} />
        <RowError form={form} place="required" />
      </div>
    </fieldset>
  );
}
