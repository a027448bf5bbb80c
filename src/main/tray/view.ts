import { formatMoment } from '../../shared/format/time.js';
import type { Speech } from '../../shared/health/messages.js';
import { verdictSentence } from '../../shared/health/sentences.js';
import type { PartState } from '../../shared/health/state.js';
import type { MonitorSnapshot } from '../../shared/ipc/contract.js';
import { goSentence } from '../../shared/precheck/flow/words.js';
import type { GoStatus } from '../../shared/precheck/go/status.js';
import type { Part } from '../../shared/sop/schema.js';

/** What the tray shows. */
export interface TrayView {
  readonly judgement: MonitorSnapshot['verdict']['judgement'];
  readonly tooltip: string;
  /** Lines at the head of the menu that can't be clicked: replay label, incidents nobody has seen. */
  readonly notes: readonly string[];
  readonly verdict: string;
  /** The part that decided the verdict. */
  readonly verdictPart?: Part;
  /** The worst parts, each to be opened. */
  readonly parts: readonly { readonly part: Part; readonly label: string }[];
  /** How things stand with the GO; opens the pre-check. */
  readonly go: string;
  readonly onAir: boolean;
  /** Until when popups are muted, in words; undefined: they are not. */
  readonly muted?: string;
}

/** Parts that are listed in the menu. */
const LISTED = 4;
const PRESSING: readonly PartState['judgement'][] = ['fault', 'warning', 'unknown'];

/** A part that only lacks an optional reading is no news: an idle disk has no latency, every other tick. */
function isWorthTelling({ judgement, metrics }: PartState): boolean {
  return judgement !== 'unknown' || metrics.some((metric) => metric.required && metric.value === null);
}

/** What of a state {@link trayView} says: as long as it is the same, so are the words. */
export function trayFacts({ verdict, parts, incidents, situation }: MonitorSnapshot): unknown {
  const { judgement, missing, incident } = verdict;
  return [
    judgement,
    missing,
    incidents.find(({ id }) => id === incident),
    situation,
    parts.map((part) => [part.part, part.judgement, isWorthTelling(part), part.metrics.length > 0]),
  ];
}

/**
 * Puts a state into the words of the tray.
 * @param unseen incidents that nobody has seen yet
 * @param now the computer's clock, ms since 1970
 */
export function trayView(
  state: MonitorSnapshot & { readonly go: GoStatus },
  unseen: number,
  now: number,
  speech: Speech,
): TrayView {
  const { t, language } = speech;
  const { mode, situation } = state;
  const verdict = verdictSentence(state, speech);
  const notes = [
    ...(mode.kind === 'replay' ? [mode.isDemo ? t('tray.demo') : t('tray.replay', { name: mode.name })] : []),
    ...(unseen > 0 ? [t('tray.unseen', { count: unseen })] : []),
  ];
  const muted =
    situation.mutedUntil === null
      ? []
      : [t('tray.muted', { time: formatMoment(situation.mutedUntil, now, language) })];
  const worst = PRESSING.flatMap((judgement) =>
    state.parts.filter((part) => part.judgement === judgement && isWorthTelling(part)),
  ).slice(0, LISTED);
  const cause = state.incidents.find((incident) => incident.id === state.verdict.incident);
  const name = situation.onAir ? t('tray.name.onAir', { name: t('app.name') }) : t('app.name');
  return {
    judgement: state.verdict.judgement,
    tooltip: [t('tray.tooltip', { name, verdict }), ...notes, ...muted].join('\n'),
    notes,
    verdict,
    ...(cause && { verdictPart: cause.part }),
    parts: worst.map(({ part, judgement }) => ({
      part,
      label: t('tray.part', { part: t(`part.${part}`), judgement: t(`judgement.${judgement}`) }),
    })),
    go: t('tray.precheck', { go: goSentence(state.go, now, speech) }),
    onAir: situation.onAir,
    ...(muted[0] && { muted: muted[0] }),
  };
}
