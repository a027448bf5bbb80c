import { formatMoment } from '../../format/time.js';
import type { Speech } from '../../health/messages.js';
import type { GoStatus } from '../go/status.js';
import type { ItemId } from '../items.js';

/** Short name of an item for people. */
export const itemName = (item: ItemId, { t }: Speech): string => t(`precheck.item.${item}`);

/** How things stand with the GO in one sentence: "GO until 18:30", "Check again: microphone". @param now ms since 1970 */
export function goSentence(go: GoStatus, now: number, speech: Speech): string {
  const { t, language } = speech;
  const time = go.until === null ? '' : formatMoment(go.until, now, language);
  switch (go.state) {
    case 'valid':
      return go.onAir && go.until !== null && now >= go.until
        ? t('precheck.go.onAir')
        : t(go.conditional ? 'precheck.go.conditional' : 'precheck.go.valid', { time });
    case 'check-again':
      return t('precheck.go.again', {
        items: go.items.map(({ item }) => itemName(item, speech)).join(t('list.separator')),
      });
    case 'expired':
      return t('precheck.go.expired', { time });
    case 'none':
      return t('precheck.go.none');
  }
}
