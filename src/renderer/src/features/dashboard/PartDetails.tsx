import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PartState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openPart, useView } from '../../stores/view.js';
import { JudgementChip } from '../../ui/JudgementChip.js';
import { PartIcon } from '../../ui/PartIcon.js';
import { ClauseTexts } from './ClauseTexts.js';
import { MetricDetails } from './MetricDetails.js';

/** All metrics and instances of the opened part, in a panel over the page. */
export function PartDetails() {
  const opened = useView((state) => state.opened);
  const part = useMonitor(({ snapshot }) => snapshot?.parts.find((one) => one.part === opened));
  if (!part) return null;
  return <Panel key={part.part} part={part} />;
}

function Panel({ part }: { readonly part: PartState }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing before it goes away gives the focus back to where it was.
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape; the click is one beside the panel
    <dialog
      ref={dialog}
      aria-labelledby="panel-title"
      onClose={() => dialog.current?.open || openPart(null)}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="panel fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-[min(27rem,100vw)] max-w-none overflow-y-auto border-l border-line bg-surface text-ink shadow-panel"
    >
      <header className="sticky top-0 z-10 flex items-center gap-2.5 border-b border-line bg-surface px-5 py-3.5">
        <PartIcon part={part.part} className="size-5 text-dim" />
        <h2 id="panel-title" className="text-[1.05rem] font-semibold">
          {t(`part.${part.part}`)}
        </h2>
        <span className="text-caption text-dim">{t('ui.clause', { clause: part.clause })}</span>
        <span className="ml-auto">
          <JudgementChip tone={part.judgement} />
        </span>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          aria-label={t('ui.close')}
          className="-mr-1.5 rounded-md p-1.5 text-dim hover:bg-sunken hover:text-ink"
        >
          <X className="size-4.5" aria-hidden />
        </button>
      </header>
      <ClauseTexts part={part.part} />
      <ul className="divide-y divide-line px-5 pb-3">
        {part.metrics.map((state) => (
          <MetricDetails key={`${state.metric} ${state.instance ?? ''}`} state={state} />
        ))}
      </ul>
    </dialog>
  );
}
