import { memo } from 'react';
import type { PartState } from '../../../../shared/health/state.js';
import { isWarmingUp } from '../../../../shared/health/verdict.js';
import type { Part } from '../../../../shared/sop/schema.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openPart } from '../../stores/view.js';
import { Bone } from '../../ui/Bone.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { JudgementChip } from '../../ui/JudgementChip.js';
import type { Tone } from '../../ui/JudgementIcon.js';
import { PartIcon } from '../../ui/PartIcon.js';
import { Since } from '../../ui/Since.js';
import { Sparkline } from '../../ui/Sparkline.js';
import { cardContent } from './card-content.js';
import { Headline } from './Headline.js';
import { LeftOut, OtherMetrics } from './OtherMetrics.js';
import { isSameCard } from './same-card.js';

interface CardHeadProps {
  readonly part: Part;
  readonly tone: Tone;
}

/** What stays as it is from tick to tick. */
const CardHead = memo(function CardHead({ part, tone }: CardHeadProps) {
  const { t } = useTexts();
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-1.5 gap-y-1">
      <h2 className="flex min-w-0 items-center gap-1.5 font-semibold">
        <PartIcon part={part} className="size-4 text-dim @max-[11.5rem]:hidden" />
        <button type="button" className="card-button" onClick={() => openPart(part)}>
          {t(`part.${part}`)}
        </button>
      </h2>
      <JudgementChip tone={tone} />
    </header>
  );
});

/** Cards that want to be seen before the others. */
const LOUD: readonly Tone[] = ['warning', 'fault'];

/** One part of the station: its leading value within the procedure's range, its judgement, and what else is known. */
export const PartCard = memo(
  function PartCard({ part }: { readonly part: PartState }) {
    const { t } = useTexts();
    const { headline, others, unreadable, accepted } = cardContent(part);
    const replayed = useMonitor(({ snapshot }) => snapshot?.mode.kind === 'replay');
    // A trace may not speak of a part at all: nothing is being read.
    const untold = !headline && replayed;
    const starting = part.judgement === 'unknown' && !untold && (!headline || isWarmingUp(headline));
    const tone: Tone = starting ? 'starting' : part.judgement;
    const loud = LOUD.includes(tone);
    // "isolate": without a stacking context of its own Chromium walks every card anew whenever another one is painted.
    return (
      <article
        data-part={part.clause}
        data-judgement={part.judgement}
        data-tone={tone}
        className={`@container relative isolate flex min-h-53 flex-col rounded-card border bg-surface px-3 py-3.5 shadow-card hover:shadow-lift ${
          loud ? 'border-tone-solid ring-1 ring-tone-solid' : 'border-line hover:border-line-strong'
        }`}
      >
        <CardHead part={part.part} tone={tone} />
        <div className="mt-2 flex flex-wrap justify-between gap-x-2 text-caption text-dim">
          {headline ? (
            <span>{t(headline.gone === undefined ? `metric.${headline.metric}` : 'incident.gone.note')}</span>
          ) : untold ? (
            <span>{t('ui.card.untold')}</span>
          ) : (
            <Bone className="my-0.75 h-3 w-16" />
          )}
          {!starting && !untold && !loud && <Since at={part.since} />}
        </div>
        {!untold && <Headline state={headline} starting={starting} />}
        {headline && !starting && headline.gone === undefined && (
          <div className="mt-1.5">
            <Sparkline
              metric={headline.metric}
              {...(headline.instance !== undefined && { instance: headline.instance })}
              {...headline.range}
            />
          </div>
        )}
        <div className="mt-auto grid gap-1.5 pt-2 text-caption">
          {starting && others.length === 0 ? <Bone className="h-3" /> : <OtherMetrics states={others} />}
          <LeftOut label="ui.card.unreadable" states={unreadable} />
          <LeftOut label="ui.card.accepted" states={accepted} />
          {loud && (
            <p className="font-semibold text-tone">
              <Elapsed since={part.since} />
            </p>
          )}
        </div>
      </article>
    );
  },
  (before, after) => isSameCard(before.part, after.part),
);
