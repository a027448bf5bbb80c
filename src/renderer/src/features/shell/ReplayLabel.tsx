import { History } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

/** Says on every view, and while it is scrolled, that this is a recording and not this computer now. */
export function ReplayLabel() {
  const { t } = useTexts();
  const mode = useMonitor(({ snapshot }) => snapshot?.mode);
  if (mode?.kind !== 'replay') return null;
  const { isDemo = false, name, speed } = mode;
  const label = t(isDemo ? 'ui.demo' : 'ui.replay');
  return (
    <aside
      data-testid="replay-label"
      aria-label={label}
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-2 bg-ink px-4 py-1.5 text-caption text-canvas lg:px-6"
    >
      <History className="size-3.5 shrink-0" aria-hidden />
      <strong className="font-semibold">{label}</strong>
      <span className="min-w-0">{isDemo ? t('ui.demo.name') : name}</span>
      <span>{t('ui.replay.speed', { speed })}</span>
      <span className="opacity-80 max-md:hidden">{t(isDemo ? 'ui.demo.note' : 'ui.replay.note')}</span>
    </aside>
  );
}
