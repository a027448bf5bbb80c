import type { Speech } from '../../shared/health/messages.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import type { Monitor } from '../monitor/monitor.js';
import { popupLine, stateText, verdictLine } from './state-text.js';

/** Longest wait for the first full state, ms; what is known by then is printed. */
const PATIENCE_MS = 15_000;

/**
 * Prints the station's state to the terminal once every required metric has a value or will have none, then every change of the
 * verdict and every popup as a line of its own.
 */
export function printState(
  monitor: Monitor,
  required: readonly MetricId[],
  speech: () => Speech,
  write: (line: string) => void,
): void {
  const began = performance.now();
  const endWait = monitor.commits.on(() => {
    const state = monitor.look();
    const metrics = state.parts.flatMap((part) => part.metrics);
    const heard = new Set(metrics.filter((one) => one.missing !== 'warming-up').map(({ metric }) => metric));
    const full = state.mode.kind === 'replay' || required.every((metric) => heard.has(metric));
    if (!full && performance.now() - began < PATIENCE_MS) return;
    endWait();
    write(stateText(state, speech()));
    follow();
  });
  // Popups are never left out, not even before the first full state.
  monitor.events.on((event) => {
    if (event.type === 'popup') write(popupLine(event.incident, speech()));
  });
  const follow = (): void =>
    void monitor.events.on((event) => {
      if (event.type === 'verdict') write(verdictLine(monitor.look(), speech()));
    });
}
