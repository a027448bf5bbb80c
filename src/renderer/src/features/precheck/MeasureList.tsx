import type { MeasuredValue } from '../../../../shared/precheck/flow/progress.js';
import { MEASURES } from '../../../../shared/precheck/measures.js';
import { measureText, missingText } from '../../../../shared/precheck/texts.js';
import { useTexts } from '../../i18n.js';

interface MeasureListProps {
  readonly values: readonly MeasuredValue[];
}

/** Digits that are kept of a value for outsiders. */
const DIGITS = 1_000;

/** Measured values, each with the hooks by which it is found from outside: plain digits and unit. */
export function MeasureList({ values }: MeasureListProps) {
  const speech = useTexts();
  if (values.length === 0) return null;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 gap-y-1.5">
      {values.map(({ measure, value, missing }) => (
        <div
          key={measure}
          data-measure={measure}
          data-value={value === null ? '' : Math.round(value * DIGITS) / DIGITS}
          data-unit={MEASURES[measure].unit}
          className="min-w-0"
        >
          <dt className="text-caption text-dim">{speech.t(`precheck.measure.${measure}`)}</dt>
          <dd className="font-medium">
            {value === null ? speech.t('ui.precheck.noValue') : measureText(measure, value, speech)}
            {missing && (
              <span className="ml-1.5 text-caption font-normal text-dim">
                {missingText(measure, missing, speech)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
