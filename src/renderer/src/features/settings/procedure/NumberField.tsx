import { useState } from 'react';
import type { MessageKey, Params } from '../../../../../shared/i18n/index.js';
import { useTexts } from '../../../i18n.js';
import { CommitInput } from '../controls/CommitInput.js';
import { FieldError } from '../controls/FieldError.js';
import { type NumberScale, parseTyped, readableText, typedText } from '../number-text.js';

interface NumberFieldProps {
  /** Says what the number is, for those who don't see the words around it. */
  readonly label: string;
  readonly scale: NumberScale;
  /** undefined: an end that is open. */
  readonly value: number | undefined;
  /** Value of the procedure; shown when the present one differs. */
  readonly shipped: number | undefined;
  readonly disabled: boolean;
  readonly onCommit: (value: number) => Promise<boolean>;
  readonly onRevert: () => void;
}

/** A number with its unit, the procedure's own beside a changed one. */
export function NumberField(props: NumberFieldProps) {
  const { label, scale, value, shipped, disabled, onCommit, onRevert } = props;
  const { t, language } = useTexts();
  const [error, setError] = useState<{ key: MessageKey; params?: Params } | null>(null);
  const commit = (text: string): boolean | Promise<boolean> => {
    const typed = parseTyped(text, scale);
    if ('value' in typed) {
      setError(null);
      return onCommit(typed.value);
    }
    const { low, high } = typed;
    if (typed.problem === 'number') setError({ key: 'ui.settings.number.none' });
    else if (high === undefined)
      setError({
        key: 'ui.settings.number.low',
        params: { low: readableText((low ?? 0) * scale.factor, scale, language) },
      });
    else
      setError({
        key: 'ui.settings.number.bounds',
        params: {
          low: readableText((low ?? 0) * scale.factor, { ...scale, unit: '' }, language),
          high: readableText(high * scale.factor, scale, language),
        },
      });
    return false;
  };
  const isChanged = shipped !== undefined && value !== shipped;
  return (
    <span className="inline-block">
      <span className="inline-flex items-center gap-1.5">
        <CommitInput
          aria-label={label}
          inputMode="decimal"
          placeholder={t('ui.settings.range.open')}
          className="!w-20 text-right"
          value={value === undefined ? '' : typedText(value, scale)}
          disabled={disabled}
          aria-invalid={error !== null || undefined}
          onCommit={commit}
          onRevert={() => {
            setError(null);
            onRevert();
          }}
        />
        {scale.unit && <span className="text-dim">{scale.unit}</span>}
        {isChanged && (
          <span className="text-caption text-dim">
            {t('ui.settings.default', { value: readableText(shipped, scale, language) })}
          </span>
        )}
      </span>
      <FieldError error={error?.key ?? null} {...(error?.params && { params: error.params })} />
    </span>
  );
}
