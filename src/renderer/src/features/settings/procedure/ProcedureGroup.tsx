import { useMemo } from 'react';
import type { Profile } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { useGiven } from '../../../stores/given.js';
import { usePreferences } from '../../../stores/settings.js';
import { FieldError } from '../controls/FieldError.js';
import { Group } from '../controls/Group.js';
import { BUTTON } from '../controls/styles.js';
import { rulesByPart } from '../rule-model.js';
import { useChange } from '../use-change.js';
import { WhoField } from '../WhoField.js';
import { PartRules } from './PartRules.js';

/** The limits of the procedure, part by part, with the ones that were changed for this station. */
export function ProcedureGroup() {
  const { t } = useTexts();
  const shipped = useGiven((state) => state.shipped);
  return (
    <Group title={t('ui.settings.procedure')} note={t('ui.settings.procedure.note')}>
      <WhoField />
      {shipped && <Rules shipped={shipped} />}
      <RestoreAll />
    </Group>
  );
}

function Rules({ shipped }: { readonly shipped: Profile }) {
  const parts = useMemo(() => [...rulesByPart(shipped)], [shipped]);
  return parts.map(([part, rules]) => <PartRules key={part} part={part} rules={rules} shipped={shipped} />);
}

function RestoreAll() {
  const { t } = useTexts();
  const overrides = usePreferences(({ settings }) => settings?.overrides);
  const fixed = useGiven(({ policy }) => policy?.settings.overrides);
  const { error, apply } = useChange();
  if (!overrides) return null;
  const count = Object.keys(overrides).filter((key) => !Object.hasOwn(fixed ?? {}, key)).length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <button
        type="button"
        className={BUTTON}
        disabled={count === 0}
        onClick={() =>
          void apply({ overrides: fixed ?? {} }, { text: 'ui.settings.restoredAll', before: { overrides } })
        }
      >
        {t('ui.settings.restoreAll')}
      </button>
      <span className="text-caption text-dim">
        {count === 0 ? t('ui.settings.unchanged') : t('ui.settings.changed', { count })}
      </span>
      <FieldError error={error} />
    </div>
  );
}
