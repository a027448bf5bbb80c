import { Laptop, type LucideIcon, Radar, RefreshCw } from 'lucide-react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';
import { IconList } from '../../ui/IconList.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';

const POINTS: readonly (readonly [MessageKey, LucideIcon])[] = [
  ['ui.setup.local', Laptop],
  ['ui.setup.probes', Radar],
  ['ui.setup.updates', RefreshCw],
];

/** What leaves this machine; and what can wait. */
export function Promises({ onBaseline }: { readonly onBaseline: () => void }) {
  const { t } = useTexts();
  return (
    <section className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card">
      <h2 className="text-heading font-semibold">{t('ui.setup.privacy')}</h2>
      <IconList points={POINTS} />
      <p className="mt-3 text-caption text-dim">
        {t('ui.setup.baseline')}{' '}
        <button type="button" className={TEXT_BUTTON} onClick={onBaseline}>
          {t('ui.setup.baseline.open')}
        </button>
      </p>
    </section>
  );
}
