import { Laptop, type LucideIcon, Radar, RefreshCw } from 'lucide-react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';

const POINTS: readonly (readonly [MessageKey, LucideIcon])[] = [
  ['ui.setup.local', Laptop],
  ['ui.setup.probes', Radar],
  ['ui.setup.updates', RefreshCw],
];

/** What leaves this machine; and what can wait. */
export function Promises() {
  const { t } = useTexts();
  return (
    <section className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card">
      <h2 className="text-[1.05rem] font-semibold">{t('ui.setup.privacy')}</h2>
      <ul className="mt-1.5 grid gap-1.5">
        {POINTS.map(([key, Icon]) => (
          <li key={key} className="flex items-start gap-2">
            <Icon className="mt-0.75 size-4 shrink-0 text-dim" aria-hidden />
            <span className="min-w-0">{t(key)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-caption text-dim">{t('ui.setup.baseline')}</p>
    </section>
  );
}
