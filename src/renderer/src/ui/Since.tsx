import { formatMoment } from '../../../shared/format/time.js';
import { useTexts } from '../i18n.js';
import { useClock } from '../stores/clock.js';

/** Since when something is as it is, as a time of day: it stands still, so that what is fine draws no eye. */
export function Since({ at }: { readonly at: number }) {
  const { t, language } = useTexts();
  const text = useClock(({ now }) => t('ui.since', { time: formatMoment(at, now, language) }));
  return <span className="whitespace-nowrap">{text}</span>;
}
