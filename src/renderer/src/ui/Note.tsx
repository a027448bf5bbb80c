import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Judgement } from '../../../shared/health/judgement.js';
import { useTexts } from '../i18n.js';

interface NoteProps {
  readonly tone: Judgement;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  /** Where it can be put away. */
  readonly onClose?: () => void;
}

/** A line across a view that something must be known before the rest is read. */
export function Note({ tone, icon: Icon, children, onClose }: NoteProps) {
  const { t } = useTexts();
  return (
    <div
      data-tone={tone}
      className="flex items-start gap-2.5 rounded-lg border border-tone-solid/30 bg-tone-soft px-3.5 py-2 text-tone"
    >
      <Icon className="mt-0.75 size-4 shrink-0" aria-hidden />
      <p className="min-w-0 grow">{children}</p>
      {onClose && (
        <button
          type="button"
          onClick={onClose}
          aria-label={t('ui.close')}
          className="-mr-1 shrink-0 rounded p-0.75 hover:bg-tone-solid/15"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}
