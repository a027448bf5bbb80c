import type { Rule } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { scaleOf } from '../number-text.js';
import { type RuleEdit, withRange } from '../rule-model.js';
import { NumberField } from './NumberField.js';
import { Row } from './Row.js';
import type { RuleForm } from './use-rule.js';

interface RangeRowProps {
  readonly rule: Rule;
  readonly edit: RuleEdit;
  readonly form: RuleForm;
}

const ENDS = ['low', 'high'] as const;

/** The normal range that the card shows as a band. */
export function RangeRow({ rule, edit, form }: RangeRowProps) {
  const { t } = useTexts();
  const scale = scaleOf(rule.metric, t);
  return (
    <Row label={t('ui.settings.range')}>
      {ENDS.map((end) => (
        <span key={end} className="inline-flex items-center gap-2">
          <span className="text-dim">{t(`ui.settings.range.${end}`)}</span>
          <NumberField
            label={t('ui.settings.rangeOf', {
              metric: t(`metric.${rule.metric}`),
              end: t(`ui.settings.range.${end}`),
            })}
            scale={scale}
            value={edit.range?.[end] ?? rule.range?.[end]}
            shipped={rule.range?.[end]}
            disabled={form.disabled}
            onCommit={(value) => form.store('range', withRange(edit, rule, end, value))}
            onRevert={form.forgive}
          />
        </span>
      ))}
    </Row>
  );
}
