import type { ReactNode } from 'react';
import { useTexts } from '../../i18n.js';
import { Question } from '../../ui/Question.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What is done, on the button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something is replaced or removed; Escape is no. */
export function Confirm({ title, children, yes, onYes, onNo }: ConfirmProps) {
  const { t } = useTexts();
  return (
    <Question
      name="confirm"
      title={title}
      onClose={onNo}
      answers={
        <>
          <button type="button" className={BUTTON} onClick={onNo}>
            {t('ui.baseline.cancel')}
          </button>
          <button type="button" className={MAIN_BUTTON} onClick={onYes}>
            {yes}
          </button>
        </>
      }
    >
      {children}
    </Question>
  );
}
