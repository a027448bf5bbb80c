import { formatValue } from '../../../shared/format/value.js';
import type { MetricState } from '../../../shared/health/state.js';
import { useTexts } from '../i18n.js';

/** A measured value with its unit set smaller; nothing where there is no value. */
export function Quantity({ state }: { readonly state: MetricState }) {
  const { t, language } = useTexts();
  if (state.value === null) return null;
  const { number, text } = formatValue(state.metric, state.value, t, language);
  const unit = text.slice(number.length);
  return (
    <span className="whitespace-nowrap">
      {number}
      {unit && <small className="ml-px text-[max(0.5em,0.75rem)] font-medium text-dim">{unit}</small>}
    </span>
  );
}
