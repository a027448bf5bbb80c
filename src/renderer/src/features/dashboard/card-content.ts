import { type Judgement, mostPressing } from '../../../../shared/health/judgement.js';
import { missingAdvice, type Speech } from '../../../../shared/health/messages.js';
import type { MetricState, PartState } from '../../../../shared/health/state.js';
import { isWarmingUp } from '../../../../shared/health/verdict.js';
import { type MetricId, metricSpec } from '../../../../shared/metrics/dictionary.js';

/** What a card shows of its part, each metric once. */
export interface CardContent {
  /** The value in large: what decided the judgement, else the leading metric. */
  readonly headline: MetricState | undefined;
  /** Other metrics that have a value, the more telling first. */
  readonly others: readonly MetricState[];
  /** Other metrics that can't be read. */
  readonly unreadable: readonly MetricState[];
  /** Metrics that IT accepted as not monitored. */
  readonly accepted: readonly MetricState[];
}

/** What a presenter looks for first, where the order of the procedure is another. */
const TELLING: readonly MetricId[] = [
  'cpu.load',
  'fan.speed',
  'network.link',
  'network.tx.rate',
  'network.latency',
  'disk.read.rate',
  'disk.write.rate',
  'disk.free',
  'disk.smart',
  'power.battery',
  'microphone.muted',
  'antivirus.enabled',
  'system.updates',
  'system.crash',
];

// Only whether there is a text is asked for, not the text.
const MUTE: Speech = { t: (key) => key, language: 'en' };

const PRESSING: readonly Judgement[] = ['fault', 'warning', 'advisory'];

/** Sorts a part's metrics into the places of its card. */
export function cardContent(part: PartState): CardContent {
  const all = onePerMetric(part.metrics);
  const watched = all.filter((state) => !state.accepted);
  const headline = headlineOf(part.judgement, watched);
  const rest = watched.filter((state) => state !== headline);
  const lead = part.metrics[0]?.metric;
  const rank = (state: MetricState) => {
    if (PRESSING.includes(state.judgement)) return PRESSING.indexOf(state.judgement) - 10;
    if (state.metric === lead) return -1;
    const place = TELLING.indexOf(state.metric);
    return place < 0 ? TELLING.length : place;
  };
  return {
    headline,
    others: rest.filter(isShowable).sort((a, b) => rank(a) - rank(b)),
    unreadable: rest.filter(isUnreadable),
    accepted: all.filter((state) => state.accepted),
  };
}

/** Whether the missing value is an answer rather than a lack: no battery, an idle disk, no camera to be in use. */
export function isAnswered(state: MetricState): boolean {
  const { missing, required, gone } = state;
  if (missing === undefined || required || gone !== undefined) return false;
  return missing === 'not-present' || missingAdvice(state, MUTE) === undefined;
}

/** Whether a wired network explains the missing value: that is an answer, not a lack. */
export function isWired(state: MetricState): boolean {
  return state.metric === 'network.signal' && state.missing === 'not-present';
}

function isUnreadable(state: MetricState): boolean {
  return state.value === null && state.gone === undefined && !isWarmingUp(state) && !isAnswered(state);
}

function isShowable(state: MetricState): boolean {
  return state.value !== null || isWarmingUp(state) || isWired(state);
}

function headlineOf(judgement: Judgement, watched: readonly MetricState[]): MetricState | undefined {
  const [lead] = watched;
  if (judgement === 'ok') return watched.find((state) => state.value !== null) ?? lead;
  if (lead?.judgement === judgement) return lead;
  const deciding = watched.filter((state) => state.judgement === judgement);
  return deciding.find((state) => state.required) ?? (judgement === 'unknown' ? lead : (deciding[0] ?? lead));
}

/** The leading series of each metric; where a metric has only instances, the one in the worst state, then the lowest. */
function onePerMetric(states: readonly MetricState[]): MetricState[] {
  const byMetric = new Map<MetricId, MetricState>();
  for (const state of states) {
    const known = byMetric.get(state.metric);
    if (!known || state.gone !== undefined || (!isLead(known) && isMoreTelling(state, known)))
      byMetric.set(state.metric, state);
  }
  return [...byMetric.values()];
}

/** A device that is missing is told before anything else that its metric has to say. */
const isLead = ({ instance, gone }: MetricState): boolean => instance === undefined || gone !== undefined;

function isMoreTelling(state: MetricState, known: MetricState): boolean {
  if (state.instance === undefined) return true;
  if (state.judgement !== known.judgement)
    return mostPressing([state.judgement, known.judgement]) === state.judgement;
  if (state.value === null || known.value === null) return known.value === null;
  // The fullest volume, the emptiest battery; but the most errors.
  return metricSpec(state.metric).unit === 'count' ? state.value > known.value : state.value < known.value;
}
