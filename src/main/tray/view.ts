import type { Speech } from '../../shared/health/messages.js';
import { verdictSentence } from '../../shared/health/sentences.js';
import type { PartState } from '../../shared/health/state.js';
import type { MonitorSnapshot } from '../../shared/ipc/contract.js';

/** What the tray shows. */
export interface TrayView {
  readonly judgement: MonitorSnapshot['verdict']['judgement'];
  readonly tooltip: string;
  /** Lines at the head of the menu: verdict, replay label, worst parts. */
  readonly lines: readonly string[];
}

/** Parts that are listed in the menu. */
const LISTED = 4;
const PRESSING: readonly PartState['judgement'][] = ['fault', 'warning', 'unknown'];

/** A part that only lacks an optional reading is no news: an idle disk has no latency, every other tick. */
function isWorthTelling({ judgement, metrics }: PartState): boolean {
  return judgement !== 'unknown' || metrics.some((metric) => metric.required && metric.value === null);
}

/** Puts a state into the words of the tray. */
export function trayView(state: MonitorSnapshot, speech: Speech): TrayView {
  const { t } = speech;
  const verdict = verdictSentence(state, speech);
  const { mode } = state;
  const replay = mode.kind === 'replay' ? [t('tray.replay', { name: mode.name })] : [];
  const worst = PRESSING.flatMap((judgement) =>
    state.parts.filter((part) => part.judgement === judgement && isWorthTelling(part)),
  )
    .slice(0, LISTED)
    .map(({ part, judgement }) =>
      t('tray.part', { part: t(`part.${part}`), judgement: t(`judgement.${judgement}`) }),
    );
  return {
    judgement: state.verdict.judgement,
    tooltip: [t('tray.tooltip', { name: t('app.name'), verdict }), ...replay].join('\n'),
    lines: [verdict, ...replay, ...worst],
  };
}
