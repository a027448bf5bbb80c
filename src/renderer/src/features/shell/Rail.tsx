import {
  ChartLine,
  ClipboardCheck,
  LayoutDashboard,
  type LucideIcon,
  MonitorCheck,
  Radio,
  ShieldCheck,
  SlidersHorizontal,
  Stethoscope,
} from 'lucide-react';
import type { ViewName } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePreferences } from '../../stores/settings.js';
import { openView, useView } from '../../stores/view.js';
import { prepareHistory } from '../history/prepare.js';
import { SamplerLine } from './SamplerLine.js';
import { UnseenCount } from './UnseenCount.js';

const VIEWS: readonly (readonly [ViewName, LucideIcon])[] = [
  ['dashboard', LayoutDashboard],
  ['precheck', ClipboardCheck],
  ['baseline', MonitorCheck],
  ['history', ChartLine],
  ['diagnostics', Stethoscope],
  ['settings', SlidersHorizontal],
];

/** What is made ready when the pointer or the focus comes to the button of a view. */
const PREPARE: Partial<Record<ViewName, () => void>> = { history: prepareHistory };

/** Brand, the views there are, and who and how is being watched. */
export function Rail() {
  const { t } = useTexts();
  const shown = useView((state) => state.view);
  const info = usePreferences((state) => state.info);
  // On the dashboard the banner says so, and can end it.
  const isOnAir = useMonitor(({ snapshot }) => snapshot?.situation.onAir) && shown !== 'dashboard';
  return (
    // Above all else (z): what is painted after something sticky gets layers of its own, which cost memory and drawing.
    <header className="print:hidden flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2 lg:sticky lg:top-0 lg:z-10 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:overflow-y-auto lg:border-r lg:border-b-0 lg:px-3 lg:py-4">
      <div className="flex items-center gap-2.5 lg:px-2 lg:pb-3">
        <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-brand text-brand-ink">
          <ShieldCheck className="size-5" aria-hidden />
        </span>
        {/* A narrow window has it in its title, and needs the room. */}
        <span className="text-[0.95rem] leading-5 font-bold max-lg:sr-only">{t('app.name')}</span>
      </div>
      <nav aria-label={t('ui.nav')} className="flex gap-1 lg:flex-col">
        {VIEWS.map(([view, Icon]) => (
          <button
            key={view}
            type="button"
            data-view={view}
            aria-current={view === shown ? 'page' : undefined}
            onPointerEnter={PREPARE[view]}
            onFocus={PREPARE[view]}
            onClick={() => openView(view)}
            className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-dim hover:bg-sunken hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand"
          >
            <Icon className="size-4 shrink-0" aria-hidden />
            {t(`ui.nav.${view}`)}
            {view === 'dashboard' && <UnseenCount />}
          </button>
        ))}
      </nav>
      <div className="ml-auto flex min-w-0 items-center gap-x-4 gap-y-2 text-caption text-dim lg:mt-auto lg:ml-0 lg:flex-col lg:items-stretch lg:border-t lg:border-line lg:px-2 lg:pt-3">
        <div className="min-w-0 max-sm:hidden">
          {info && <p className="font-semibold text-ink">{info.stationName}</p>}
          {isOnAir && (
            <p className="flex items-center gap-1 font-semibold text-brand">
              <Radio className="size-3.5 shrink-0" aria-hidden />
              {t('ui.onAir')}
            </p>
          )}
          <SamplerLine />
        </div>
        {info && <p className="hidden lg:block">{t('ui.version', { version: info.version })}</p>}
      </div>
    </header>
  );
}
