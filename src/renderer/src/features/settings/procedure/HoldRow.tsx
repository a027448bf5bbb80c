import type { Profile, Rule } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { type RuleEdit, shippedHold, withHold } from '../rule-model.js';
import { NumberField } from './NumberField.js';
import { Row } from './Row.js';
import type { RuleForm } from './use-rule.js';

interface HoldRowProps {
  readonly rule: Rule;
  readonly edit: RuleEdit;
  readonly form: RuleForm;
  readonly profile: Profile;
}

const LEVELS = ['warning', 'fault'] as const;
const DAY_MS = 86_400_000;

/** How long a value must be beyond a limit before it is a warning or a fault. */
export function HoldRow({ rule, edit, form, profile }: HoldRowProps) {
  const { t } = useTexts();
  const scale = { factor: 1_000, unit: t('ui.settings.seconds'), min: 0, max: DAY_MS };
  return (
    <Row label={t('ui.settings.hold')}>
      {LEVELS.map((level) => {
        const shipped = shippedHold(profile, rule, level);
        return (
          <span key={level} className="inline-flex items-center gap-2">
            <span className="text-dim">{t(`judgement.${level}`)}</span>
            <NumberField
              label={t('ui.settings.holdOf', {
                metric: t(`metric.${rule.metric}`),
                level: t(`judgement.${level}`),
              })}
              scale={scale}
              value={edit.hold?.[level] ?? shipped}
              shipped={shipped}
              disabled={form.disabled}
              onCommit={(value) => form.store('hold', withHold(edit, level, Math.round(value), shipped))}
              onRevert={form.forgive}
            />
          </span>
        );
      })}
    </Row>
  );
}
