import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n.js';
import { useModal } from './use-modal.js';

interface PanelProps {
  /** Icon, title and what else is in the head. */
  readonly head: ReactNode;
  /** Id of the title in the head. */
  readonly titleId: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel over the page, at its right side; Escape and a click beside it close it. */
export function Panel({ head, titleId, onClose, children }: PanelProps) {
  const { t } = useTexts();
  const modal = useModal(onClose);
  const close = (): void => modal.ref.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape; the click is one beside the panel
    <dialog
      {...modal}
      aria-labelledby={titleId}
      onClick={(event) => event.target === event.currentTarget && close()}
      className="panel fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-[min(27rem,100vw)] max-w-none overflow-y-auto border-l border-line bg-surface text-ink shadow-panel"
    >
      <header className="sticky top-0 z-10 flex items-center gap-2.5 border-b border-line bg-surface px-5 py-3.5">
        {head}
        <button
          type="button"
          onClick={close}
          aria-label={t('ui.close')}
          className="-mr-1.5 rounded-md p-1.5 text-dim hover:bg-sunken hover:text-ink"
        >
          <X className="size-4.5" aria-hidden />
        </button>
      </header>
      {children}
    </dialog>
  );
}
