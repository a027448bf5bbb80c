import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What a modal dialog of a page is given. */
export interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly onClose: () => void;
}

/**
 * A native dialog that is open as long as it is rendered: the focus trap, Escape and the inert page behind it are the
 * browser's.
 * @param onClose it was closed from within, by Escape or by {@link HTMLDialogElement.close}
 */
export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  // Before it is taken out of the page: only then closing gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = ref.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  // Strict mode opens it a second time; the close in between is none of the user's.
  return { ref, onClose: () => ref.current?.open || onClose() };
}
