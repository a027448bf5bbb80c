import { memo } from 'react';
import type { MetricState } from '../../../../shared/health/state.js';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Quantity } from '../../ui/Quantity.js';
import { isWired } from './card-content.js';
import { metricHooks } from './Headline.js';
import { isSameState } from './same-card.js';

/** The other values of a card. Those without room stay out of sight; the card's details have all of them. */
export function OtherMetrics({ states }: { readonly states: readonly MetricState[] }) {
  if (states.length === 0) return null;
  return (
    <dl className="other-metrics grid gap-x-6 gap-y-0.5 @min-[300px]:grid-cols-2">
      {states.map((state) => (
        <OtherMetric key={state.metric} state={state} />
      ))}
    </dl>
  );
}

interface OtherMetricProps {
  readonly state: MetricState;
}

const OtherMetric = memo(
  function OtherMetric({ state }: OtherMetricProps) {
    const { t } = useTexts();
    return (
      <div className="flex justify-between gap-2">
        <dt className="min-w-0 text-dim">{t(`metric.${state.metric}`)}</dt>
        <dd className="text-right font-medium" data-tone={state.judgement} {...metricHooks(state)}>
          <OtherValue state={state} />
        </dd>
      </div>
    );
  },
  (before, after) => isSameState(before.state, after.state),
);

function OtherValue({ state }: { readonly state: MetricState }) {
  const { t } = useTexts();
  if (isWired(state)) return t('ui.value.wired');
  if (state.value === null) return <span className="text-dim">{t('missing.warming-up')}</span>;
  const noted = state.judgement !== 'ok' && state.judgement !== 'unknown';
  if (!noted) return <Quantity metric={state.metric} value={state.value} />;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-tone">
      <JudgementIcon tone={state.judgement} className="size-3" />
      <span className="sr-only">{t(`judgement.${state.judgement}`)}</span>
      <Quantity metric={state.metric} value={state.value} />
    </span>
  );
}

interface LeftOutProps {
  readonly label: MessageKey;
  readonly states: readonly MetricState[];
}

/** Names that fit into a line or two; of more only the first are said, and how many there are. */
const NAMED = 3;

/** Metrics of a card that show no value, by name in one line. Those that are only counted keep their hooks. */
export const LeftOut = memo(function LeftOut({ label, states }: LeftOutProps) {
  const { t } = useTexts();
  if (states.length === 0) return null;
  const names = states
    .slice(0, states.length > NAMED ? NAMED - 1 : NAMED)
    .map(({ metric }) => t(`metric.${metric}`));
  const list = names.join(t('list.separator'));
  return (
    <p className="text-dim">
      {t(label)}
      {states.length > NAMED ? t('verdict.more', { list, count: states.length }) : list}
      {states.map((state) => (
        <span key={state.metric} hidden {...metricHooks(state)} />
      ))}
    </p>
  );
}, isSameList);

function isSameList({ states: a }: LeftOutProps, { states: b }: LeftOutProps): boolean {
  return a.length === b.length && a.every((state, index) => isSameState(state, b[index]));
}
