import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../../i18n.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';

interface FormFrameProps {
  /** What is done, on the button that does it. */
  readonly label: string;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form inside the panel, with a way out. */
export function FormFrame({ label, onSubmit, onCancel, children }: FormFrameProps) {
  const { t } = useTexts();
  return (
    <form
      aria-label={label}
      onSubmit={onSubmit}
      className="grid gap-1.5 rounded-lg border border-line bg-canvas px-3.5 py-3"
    >
      {children}
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        <button type="button" className={BUTTON} onClick={onCancel}>
          {t('incidents.cancel')}
        </button>
        <button type="submit" className={MAIN_BUTTON}>
          {label}
        </button>
      </div>
    </form>
  );
}
