import { formatLimit } from '../../../../shared/format/range.js';
import { missingAdvice, missingReason } from '../../../../shared/health/messages.js';
import type { MetricState } from '../../../../shared/health/state.js';
import { metricSpec } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { Band } from '../../ui/Band.js';
import { Bone } from '../../ui/Bone.js';
import { Quantity } from '../../ui/Quantity.js';

interface HeadlineProps {
  readonly state: MetricState | undefined;
  readonly starting: boolean;
}

/** The leading value of a card with its band; or, where there is none, why and what to do. Same height either way. */
export function Headline({ state, starting }: HeadlineProps) {
  const speech = useTexts();
  if (!state || starting) return <Skeleton {...(state && { state })} />;
  const hooks = metricHooks(state);
  if (state.gone !== undefined)
    return (
      <p className="min-h-9 py-1 text-[1.05rem] leading-6 font-semibold wrap-anywhere text-tone" {...hooks}>
        {speech.t('incident.gone', { device: state.gone })}
      </p>
    );
  if (state.value === null) {
    const reason = state.missing ?? 'failed';
    const advice = missingAdvice(state, speech);
    return (
      <div>
        <p
          className="flex min-h-9 items-center py-1 text-[1.05rem] leading-6 font-semibold text-tone"
          {...hooks}
        >
          {missingReason(state.metric, reason, speech)}
        </p>
        {advice && <p className="text-caption text-dim @max-[16rem]:hidden">{advice}</p>}
        {/* A narrow card would become a column of text; its details have it, and the banner what matters most. */}
        {advice && (
          <p className="text-caption font-medium text-brand @min-[16rem]:hidden">
            {speech.t('ui.card.advice')}
          </p>
        )}
      </div>
    );
  }
  const isWord = metricSpec(state.metric).unit === 'bool';
  return (
    <div>
      <p
        className={`${isWord ? 'text-word font-semibold first-letter:uppercase' : 'text-reading font-bold tracking-tight'}`}
        {...hooks}
      >
        <Quantity metric={state.metric} value={state.value} />
      </p>
      <Band state={state} />
      {state.note && <p className="text-caption text-dim">{state.note}</p>}
      {state.limit && (
        <p className="text-caption font-medium text-tone">
          {formatLimit(state.metric, state.limit, speech.t, speech.language)}
        </p>
      )}
    </div>
  );
}

/** What outsiders find a value by: metric, instance, and the bare number; empty when there is none. */
export function metricHooks(state: MetricState) {
  return {
    'data-metric': state.metric,
    'data-value': state.value ?? '',
    ...(state.instance !== undefined && { 'data-instance': state.instance }),
  };
}

function Skeleton({ state }: { readonly state?: MetricState }) {
  return (
    <div className="min-h-17" {...(state && metricHooks(state))}>
      <Bone className="my-1.5 h-6 w-20" />
      <Bone className="my-1 h-2" />
    </div>
  );
}
