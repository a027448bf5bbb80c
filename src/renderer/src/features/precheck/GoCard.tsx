import { goSentence } from '../../../../shared/precheck/flow/words.js';
import type { GoStatus } from '../../../../shared/precheck/go/status.js';
import { useTexts } from '../../i18n.js';
import { usePrecheck } from '../../stores/precheck.js';
import { JudgementIcon, type Tone } from '../../ui/JudgementIcon.js';

/** The tone of each state of the GO. */
export const GO_TONE: Readonly<Record<GoStatus['state'], Tone>> = {
  none: 'unknown',
  valid: 'ok',
  'check-again': 'warning',
  expired: 'unknown',
};

/** How things stand with the GO: until when, or what must be checked again. */
export function GoCard() {
  const speech = useTexts();
  const go = usePrecheck(({ view }) => view?.go);
  if (!go) return null;
  const tone = GO_TONE[go.state];
  return (
    <div
      data-testid="go"
      data-go={go.state}
      data-tone={tone}
      className="flex items-start gap-2.5 rounded-card border border-tone-solid/30 bg-tone-soft px-4 py-3"
    >
      <span className="mt-0.5 text-tone">
        <JudgementIcon tone={tone} className="size-5" />
      </span>
      <div className="min-w-0">
        <p role="status" className="font-semibold text-tone">
          {goSentence(go, Date.now(), speech)}
        </p>
        {go.items.length > 0 && (
          <ul className="text-caption">
            {go.items.map(({ item, cause }) => (
              <li key={item}>
                {speech.t('ui.precheck.doubt', {
                  item: speech.t(`precheck.item.${item}`),
                  cause: speech.t(`precheck.cause.${cause}`),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
