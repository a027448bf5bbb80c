import { type ReactNode, useId } from 'react';
import { useModal } from './use-modal.js';

interface QuestionProps {
  /** Name for tests. */
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
  /** The answers, the main one last. */
  readonly answers: ReactNode;
  /** No answer, by Escape. */
  readonly onClose: () => void;
}

/** Asks something in the middle of the window before it is done. */
export function Question({ name, title, children, answers, onClose }: QuestionProps) {
  const id = useId();
  const modal = useModal(onClose);
  return (
    <dialog
      {...modal}
      data-testid={name}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] max-w-none overflow-y-auto rounded-card border border-line bg-surface p-5 text-ink shadow-panel backdrop:bg-[rgb(var(--shade)/0.45)]"
    >
      <h2 id={`${id}-title`} className="text-heading font-semibold">
        {title}
      </h2>
      <div id={`${id}-text`} className="mt-1.5 grid gap-1.5 text-dim">
        {children}
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2">{answers}</div>
    </dialog>
  );
}
