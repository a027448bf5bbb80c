import { type ReactNode, useState } from 'react';
import { bridge } from '../../bridge.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePrecheck } from '../../stores/precheck.js';
import { GoQuestion } from './GoQuestion.js';

/** The one way of a page to go on air and off; without a valid GO it asks first. */
export function useOnAir(): {
  readonly set: (onAir: boolean) => void;
  /** To be shown beside the button. */
  readonly question: ReactNode;
} {
  const isReplay = useMonitor(({ snapshot }) => snapshot?.mode.kind === 'replay');
  const isGo = usePrecheck(({ view }) => view?.go.state === 'valid');
  const [asking, setAsking] = useState(false);
  const set = (onAir: boolean) => {
    if (!onAir || isGo || isReplay) void bridge.invoke('situation:set', { onAir });
    else setAsking(true);
  };
  return { set, question: asking && <GoQuestion onClose={() => setAsking(false)} /> };
}
