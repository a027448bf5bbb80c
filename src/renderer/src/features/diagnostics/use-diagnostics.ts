import { useEffect, useState } from 'react';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { bridge } from '../../bridge.js';

/** Time between an answer and the next question, ms. */
const PAUSE_MS = 2_000;

/** What the page knows; what was told last stays while a question fails. */
export interface Known {
  readonly view: DiagnosticsView | null;
  readonly failed: boolean;
}

/** Asks main how the program is doing, again and again, only as long as the page is open and can be seen. */
export function useDiagnostics(): Known {
  const [known, setKnown] = useState<Known>({ view: null, failed: false });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = true;
    const ask = async (): Promise<void> => {
      if (!document.hidden) {
        const result = await bridge.invoke('diagnostics:get', undefined);
        if (!isOpen) return;
        setKnown(({ view }) => (result.ok ? { view: result.value, failed: false } : { view, failed: true }));
      }
      timer = setTimeout(ask, PAUSE_MS);
    };
    void ask();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, []);
  return known;
}
