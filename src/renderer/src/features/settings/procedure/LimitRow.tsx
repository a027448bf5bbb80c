import { formatLimit } from '../../../../../shared/format/range.js';
import { formatQuantity } from '../../../../../shared/format/value.js';
import type { Translate } from '../../../../../shared/i18n/index.js';
import { metricSpec } from '../../../../../shared/metrics/dictionary.js';
import { limitKey } from '../../../../../shared/sop/changes.js';
import type { Limit, Rule } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { INPUT } from '../controls/styles.js';
import { type NumberScale, scaleOf } from '../number-text.js';
import { type RuleEdit, withLimit } from '../rule-model.js';
import { conditionsOf } from './conditions.js';
import { NumberField } from './NumberField.js';
import type { RuleForm } from './use-rule.js';

const SEVERITIES = ['advisory', 'warning', 'fault', 'off'] as const;
/** Limits that go by the baseline are typed as a share of it. */
const SHARES: readonly Limit['of'][] = ['baseline', 'spread', 'bitrate'];
const SHARE: NumberScale = { factor: 0.01, unit: '%', min: 0 };
const WORDS = { '>': 'above', '>=': 'reached', '<': 'below', '<=': 'downTo' } as const;

interface LimitRowProps {
  readonly rule: Rule;
  readonly limit: Limit;
  readonly edit: RuleEdit;
  readonly form: RuleForm;
}

/** One limit as a sentence: on which side of what it is judged how. */
export function LimitRow({ rule, limit, edit, form }: LimitRowProps) {
  const speech = useTexts();
  const { t, language } = speech;
  const { metric } = rule;
  const change = edit.limits?.[limitKey(limit)];
  const severity = change?.severity ?? limit.severity;
  const name = t(`metric.${metric}`);
  const words = wordsFor(limit, t);
  const conditions = conditionsOf(metric, limit, speech);
  const isPresence = limit.of === 'presence';
  const isYesNo = isPresence || metricSpec(metric).unit === 'bool';
  const scale = SHARES.includes(limit.of) ? SHARE : scaleOf(metric, t);
  // "Is: not connected", the state that is judged; the value of a yes/no limit says nothing to people.
  const bad = limit.when.startsWith('>') ? 1 : 0;
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1" data-limit={limitKey(limit)}>
      <span className="flex min-h-8 items-center gap-2 sm:w-[20.5rem]">
        {isYesNo ? (
          <span title={formatLimit(metric, limit, t, language)}>
            {isPresence ? words : formatQuantity(metric, bad, t, language).text}
          </span>
        ) : (
          <>
            <span className="min-w-24">{words}</span>
            <NumberField
              label={`${name} ${words}`}
              scale={scale}
              value={change?.value ?? limit.value}
              shipped={limit.value}
              disabled={form.disabled}
              onCommit={(value) => form.store('limits', withLimit(edit, limit, { value }))}
              onRevert={form.forgive}
            />
          </>
        )}
      </span>
      <span className="flex min-h-8 items-center gap-2">
        <select
          aria-label={t('ui.settings.severityOf', { limit: `${name} ${words}` })}
          className={`${INPUT} !w-28 !px-1.5`}
          value={severity}
          disabled={form.disabled}
          onChange={({ target }) => {
            const chosen = SEVERITIES.find((one) => one === target.value);
            if (chosen) void form.store('limits', withLimit(edit, limit, { severity: chosen }));
          }}
        >
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {one === 'off' ? t('ui.settings.severityOff') : t(`judgement.${one}`)}
            </option>
          ))}
        </select>
        {severity !== limit.severity && (
          <span className="text-caption text-dim">
            {t('ui.settings.default', { value: t(`judgement.${limit.severity}`) })}
          </span>
        )}
      </span>
      {conditions.length > 0 && (
        <span className="basis-full text-caption text-dim">{conditions.join(t('list.separator'))}</span>
      )}
    </div>
  );
}

function wordsFor({ when, of }: Limit, t: Translate): string {
  switch (of) {
    case 'growth':
      return t('ui.settings.limit.growth');
    case 'spread':
      return t('ui.settings.limit.spread');
    case 'bitrate':
      return t('ui.settings.limit.bitrate');
    case 'presence':
      return t('ui.settings.limit.presence');
    case 'baseline':
      return t(
        when.startsWith('>') ? 'ui.settings.limit.baseline.above' : 'ui.settings.limit.baseline.below',
      );
    case 'value':
      return t(`ui.settings.limit.${WORDS[when]}`);
  }
}
