import { useEffect } from 'react';
import { formatLasting, shownLasting } from '../../../shared/format/duration.js';
import { useTexts } from '../i18n.js';
import { useClock, watchClock } from '../stores/clock.js';

/** How long something has lasted by the station's clock. Renders again only when its text changes. */
export function Elapsed({ since }: { readonly since: number }) {
  const { t } = useTexts();
  const length = useClock(({ now }) => shownLasting(now - since));
  useEffect(watchClock, []);
  return <span className="whitespace-nowrap">{t('ui.lasting', { duration: formatLasting(length, t) })}</span>;
}
