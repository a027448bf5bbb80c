import { formatLimit } from '../../../../shared/format/range.js';
import { formatClock } from '../../../../shared/format/time.js';
import {
  instanceName,
  missingAdvice,
  missingReason,
  type Speech,
} from '../../../../shared/health/messages.js';
import type { MetricState } from '../../../../shared/health/state.js';
import { isWarmingUp } from '../../../../shared/health/verdict.js';
import { useTexts } from '../../i18n.js';
import { Band } from '../../ui/Band.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Quantity } from '../../ui/Quantity.js';
import { isAnswered } from './card-content.js';

/** One metric of one instance with everything known of it: judgement, range, reason, source, time. */
export function MetricDetails({ state }: { readonly state: MetricState }) {
  const speech = useTexts();
  const { t, language } = speech;
  const { metric, instance, missing, note, accepted } = state;
  const plain = isAnswered(state) || isWarmingUp(state) || accepted;
  const advice = missing && !plain && state.gone === undefined ? missingAdvice(state, speech) : undefined;
  return (
    <li className="grid gap-1 py-3" data-tone={plain ? 'starting' : state.judgement}>
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0">
          <span className="font-medium">{t(`metric.${metric}`)}</span>
          {instance !== undefined && (
            <span className="ml-2 text-caption text-dim">{instanceName(instance, t)}</span>
          )}
        </span>
        <span className="flex max-w-3/5 shrink-0 items-center gap-1.5 text-right font-semibold">
          {!plain && (
            <span className="text-tone">
              <JudgementIcon tone={state.judgement} />
              <span className="sr-only">{t(`judgement.${state.judgement}`)}</span>
            </span>
          )}
          <Answer state={state} speech={speech} />
        </span>
      </div>
      {state.limit && state.judgement !== 'ok' && (
        <p className="text-caption font-medium text-tone">{formatLimit(metric, state.limit, t, language)}</p>
      )}
      {state.value !== null && <Band state={state} />}
      {advice && <p className="text-caption text-dim">{advice}</p>}
      <p className="flex flex-wrap gap-x-3 text-caption text-dim">
        {note && <span>{note}</span>}
        <span>{t('ui.source', { source: state.source })}</span>
        <span>{t('ui.readAt', { time: formatClock(state.at) })}</span>
      </p>
    </li>
  );
}

function Answer({ state, speech }: { readonly state: MetricState; readonly speech: Speech }) {
  if (state.accepted) return <span className="text-dim">{speech.t('ui.accepted')}</span>;
  if (state.gone !== undefined)
    return <span className="text-tone">{speech.t('incident.gone', { device: state.gone })}</span>;
  if (state.value !== null) return <Quantity metric={state.metric} value={state.value} />;
  return <span className="text-tone">{missingReason(state.metric, state.missing ?? 'failed', speech)}</span>;
}
