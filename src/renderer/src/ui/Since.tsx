import { memo } from 'react';
import { formatMoment } from '../../../shared/format/time.js';
import { useTexts } from '../i18n.js';
import { useClock } from '../stores/clock.js';

const MINUTE = 60_000;

/** Since when something is as it is, as a time of day: it stands still, so that what is fine draws no eye. */
export const Since = memo(function Since({ at }: { readonly at: number }) {
  const { t, language } = useTexts();
  // Only the day of "now" matters; a minute late at midnight is soon enough.
  const now = useClock((clock) => clock.now - (clock.now % MINUTE));
  return (
    <span className="whitespace-nowrap">{t('ui.since', { time: formatMoment(at, now, language) })}</span>
  );
});
