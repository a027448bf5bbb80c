import {
  CONDITION_TONES,
  collectorName,
  collectorWords,
  conditionOf,
} from '../../../../shared/diagnostics/collectors.js';
import type { CollectorStats } from '../../../../shared/sampler/protocol.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { RawOutput } from './RawOutput.js';

/** One collector: how it is doing in a word, and beside it what that is made of. */
export function CollectorRow({ stats }: { readonly stats: CollectorStats }) {
  const speech = useTexts();
  const { t } = speech;
  const condition = conditionOf(stats);
  const { condition: word, period, last, next, counts, error } = collectorWords(stats, speech);
  const metrics = stats.metrics.map((metric) => t(`metric.${metric}`)).join(t('list.separator'));
  return (
    <li
      data-collector={stats.id}
      data-condition={condition}
      data-tone={CONDITION_TONES[condition]}
      className="min-w-0 border-t border-line py-2"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 font-medium">
          {collectorName(stats.id, t)}
          <span className="ml-2 font-mono text-caption font-normal text-dim">{stats.id}</span>
        </h3>
        <span className="flex shrink-0 items-center gap-1 text-caption font-semibold text-tone">
          <JudgementIcon tone={CONDITION_TONES[condition]} />
          {word}
        </span>
      </div>
      <p className="text-caption text-dim">{metrics}</p>
      <p className="flex flex-wrap gap-x-3 text-caption text-dim">
        {[period, last, next, counts].map((text) => text && <span key={text}>{text}</span>)}
      </p>
      {error !== undefined && (
        <p
          className="mt-0.5 text-caption"
          data-tone={condition === 'fine' ? 'unknown' : CONDITION_TONES[condition]}
        >
          <span className="font-medium text-tone">{error}</span>
          <span className="ml-2 font-mono text-dim">{stats.lastError?.text}</span>
        </p>
      )}
      <RawOutput id={stats.id} name={collectorName(stats.id, t)} />
    </li>
  );
}
