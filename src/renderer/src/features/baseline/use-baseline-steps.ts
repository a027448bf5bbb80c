import { useEffect, useState } from 'react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { bridge } from '../../bridge.js';
import { askForBaseline, useBaseline } from '../../stores/baseline.js';
import { useWho } from '../../stores/who.js';

/** What can be done with the baseline. */
export type Step = 'take' | 'undo' | 'remove';

/** How the last step went. */
export interface Outcome {
  readonly ok: boolean;
  readonly text: MessageKey;
}

/** How often main is asked while no baseline can be taken yet, or it did not answer, ms. */
const ASK_MS = 2_000;

/** Keeps asking while the answer will change by itself: readings become enough, a lost answer comes. */
export function useReadiness(): void {
  const waiting = useBaseline(({ view, failed }) => failed || view?.blocked === 'warming-up');
  useEffect(() => {
    void askForBaseline(bridge);
    if (!waiting) return;
    const timer = setInterval(() => void askForBaseline(bridge), ASK_MS);
    return () => clearInterval(timer);
  }, [waiting]);
}

/** Runs steps one at a time, and says how the last one went. */
export function useSteps(): {
  readonly busy: boolean;
  readonly outcome: Outcome | null;
  readonly run: (step: Step) => Promise<void>;
} {
  const by = useWho((state) => state.name);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = async (step: Step) => {
    setBusy(true);
    const result =
      step === 'take'
        ? await bridge.invoke('baseline:take', { by })
        : await bridge.invoke(`baseline:${step}`, undefined);
    setBusy(false);
    if (result.ok) useBaseline.setState({ view: result.value, failed: false });
    setOutcome(
      result.ok
        ? { ok: true, text: `ui.baseline.done.${step}` }
        : { ok: false, text: `ui.baseline.error.${result.error.code}` },
    );
  };
  return { busy, outcome, run };
}
