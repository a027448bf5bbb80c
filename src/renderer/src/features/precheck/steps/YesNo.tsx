import { useId } from 'react';
import { useTexts } from '../../../i18n.js';
import { CHECK } from '../../settings/controls/styles.js';

interface YesNoProps {
  readonly legend: string;
  /** null: nothing was said yet. */
  readonly value: boolean | null;
  readonly onChange: (yes: boolean) => void;
  /** The question stands elsewhere on the line; here only for screen readers. */
  readonly hideLegend?: boolean;
}

/** A question with two answers and none chosen beforehand. */
export function YesNo({ legend, value, onChange, hideLegend = false }: YesNoProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className={hideLegend ? 'sr-only' : 'float-left mr-4'}>{legend}</legend>
      {([true, false] as const).map((answer) => (
        <label key={String(answer)} className="inline-flex items-center gap-1.5">
          <input
            type="radio"
            name={id}
            className={CHECK}
            checked={value === answer}
            onChange={() => onChange(answer)}
          />
          {t(answer ? 'precheck.yes' : 'precheck.no')}
        </label>
      ))}
    </fieldset>
  );
}
