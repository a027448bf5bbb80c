import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PopupView } from '../../../../shared/ipc/contract.js';
import { bridge } from '../../bridge.js';

/** Elements whose heights together say how high the content is. */
interface Measured {
  readonly frame: RefObject<HTMLElement | null>;
  /** Shrinks where the window is too small. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLUListElement | null>;
}

/** Tells main how high the content is, whenever that, or what is shown, changes. */
export function useContentHeight(view: PopupView): Measured {
  const frame = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLUListElement>(null);
  const measure = (): void => {
    if (!frame.current || !scroller.current || !content.current) return;
    const around = frame.current.offsetHeight - scroller.current.clientHeight;
    const height = Math.ceil(around + content.current.getBoundingClientRect().height);
    if (height > 0) void bridge.invoke('popup:size', { height });
  };
  // Even at the same height: a window that was put away is shown again only when its page says it is ready.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is what changes the content
  useLayoutEffect(measure, [view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one observer for as long as there is something to observe
  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [view]);
  return { frame, scroller, content };
}
