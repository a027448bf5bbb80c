import { ArrowRight, ChevronRight } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { useAlike } from '../../stores/alike.js';
import { type Monitor, useMonitor } from '../../stores/monitor.js';
import { openPart } from '../../stores/view.js';
import { Elapsed } from '../../ui/Elapsed.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { Since } from '../../ui/Since.js';
import { GoLine } from '../precheck/GoLine.js';
import { BUTTON } from '../settings/controls/styles.js';
import { OnAir } from '../shell/OnAir.js';
import { type BannerContent, bannerContent } from './banner-content.js';

/** The one answer: can we go on air, which part is wrong, and what to do first. */
export function VerdictBanner() {
  const speech = useTexts();
  const content = useMonitor(useAlike(({ snapshot }: Monitor) => bannerContent(snapshot, speech)));
  const judgement = useMonitor(({ snapshot }) => snapshot?.verdict.judgement ?? 'unknown');
  const { tone, sentence, action } = content;
  return (
    <section
      data-testid="station-verdict"
      data-judgement={judgement}
      data-tone={tone}
      aria-labelledby="verdict"
      className="overflow-hidden rounded-card border border-tone-solid/30 bg-tone-soft shadow-card"
    >
      <div className="flex items-center gap-4 px-4 py-3.5 @min-[640px]:px-5">
        <span className="grid size-11 shrink-0 place-items-center rounded-xl bg-tone-solid text-glyph @max-[420px]:size-9">
          <JudgementIcon tone={tone} className="size-6.5 @max-[420px]:size-5" />
        </span>
        <div className="min-w-0 grow">
          <div aria-live="polite" aria-atomic>
            <h1
              id="verdict"
              className="text-title font-bold tracking-tight text-balance @max-[640px]:text-[1.2rem] @max-[640px]:leading-6"
            >
              {sentence}
            </h1>
          </div>
          <Details content={content} />
        </div>
        <div className="flex shrink-0 flex-wrap items-center justify-end gap-2">
          <OnAir />
          <MoreButton content={content} />
        </div>
      </div>
      {action && (
        <p className="flex items-start gap-2 border-t border-tone-solid/20 bg-surface/60 px-4 py-2.5 @min-[640px]:px-5">
          <ArrowRight className="mt-0.75 size-4 shrink-0 text-tone" aria-hidden />
          <span>
            <strong className="mr-2 font-semibold text-tone">
              {speech.t(tone === 'unknown' ? 'ui.whatToDo' : 'ui.firstAction')}
            </strong>
            {action}
          </span>
        </p>
      )}
      <GoLine />
    </section>
  );
}

function Details({ content }: { readonly content: BannerContent }) {
  const { details, since, from } = content;
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-ink/80">
      {details.map((detail) => (
        <span key={detail} className="inline-block first-letter:uppercase">
          {detail}
        </span>
      ))}
      {since !== undefined && <Elapsed since={since} />}
      {from !== undefined && <Since at={from} />}
    </p>
  );
}

function MoreButton({ content: { part } }: { readonly content: BannerContent }) {
  const { t } = useTexts();
  if (!part) return null;
  return (
    <button type="button" onClick={() => openPart(part)} className={`${BUTTON} shrink-0 @max-[640px]:hidden`}>
      {t('ui.lookAt', { part: t(`part.${part}`) })}
      <ChevronRight className="size-4 text-dim" aria-hidden />
    </button>
  );
}
