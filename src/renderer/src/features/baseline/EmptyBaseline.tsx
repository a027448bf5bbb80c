import { Cable, Gauge, type LucideIcon, UserRound, Video } from 'lucide-react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';
import { IconList } from '../../ui/IconList.js';

const STORED: readonly (readonly [MessageKey, LucideIcon])[] = [
  ['ui.baseline.empty.devices', Video],
  ['ui.baseline.empty.values', Gauge],
  ['ui.baseline.empty.link', Cable],
  ['ui.baseline.empty.who', UserRound],
];

/** Before one was taken: what it is good for, how to take it, and what will be stored. */
export function EmptyBaseline() {
  const { t } = useTexts();
  return (
    <section
      data-testid="baseline-empty"
      aria-labelledby="baseline-empty"
      className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      <h2 id="baseline-empty" className="text-heading font-semibold">
        {t('ui.baseline.empty.title')}
      </h2>
      <p className="mt-1 max-w-3xl">{t('ui.baseline.empty.why')}</p>
      <p className="mt-1 max-w-3xl text-dim">{t('ui.baseline.empty.how')}</p>
      <h3 className="mt-3 font-semibold">{t('ui.baseline.empty.stored')}</h3>
      <IconList points={STORED} />
      <p className="mt-2 text-caption text-dim">{t('ui.baseline.empty.local')}</p>
    </section>
  );
}
