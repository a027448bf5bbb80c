import { History, ShieldCheck, X } from 'lucide-react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

/** Who speaks, how many faults there are, and whether this is only a recording. */
export function PopupHead({ count }: { readonly count: number }) {
  const { t } = useTexts();
  const mode = useMonitor(({ snapshot }) => snapshot?.mode);
  return (
    <header className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
      <ShieldCheck className="size-4 shrink-0 text-brand" aria-hidden />
      <h1 className="text-caption font-semibold">{t('popup.title')}</h1>
      {count > 1 && (
        <span className="rounded-full bg-tone-soft px-2 text-caption font-semibold text-tone">
          {t('popup.count', { count })}
        </span>
      )}
      {mode?.kind === 'replay' && (
        <span
          data-testid="replay-label"
          className="flex items-center gap-1 rounded-full bg-ink px-2 text-caption font-semibold text-canvas"
        >
          <History className="size-3 shrink-0" aria-hidden />
          {t(mode.isDemo ? 'ui.demo' : 'ui.replay')}
        </span>
      )}
      <button
        type="button"
        title={t('popup.close')}
        aria-label={t('popup.close')}
        onClick={() => void bridge.invoke('popup:close', undefined)}
        className="ml-auto rounded-md p-1.5 text-dim hover:bg-sunken hover:text-ink"
      >
        <X className="size-4" aria-hidden />
      </button>
    </header>
  );
}
