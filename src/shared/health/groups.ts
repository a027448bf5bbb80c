import type { MetricId } from '../metrics/dictionary.js';
import type { IncidentState } from './state.js';

/** What is wrong with the first shows in the others too: one cause, one announcement. */
const SHOWS_IN: Partial<Record<MetricId, readonly MetricId[]>> = {
  'network.link': [
    'network.loss',
    'network.latency',
    'network.jitter',
    'network.signal',
    'network.linkSpeed',
    'network.tx.rate',
  ],
  'network.signal': ['network.loss', 'network.latency', 'network.jitter', 'network.tx.rate'],
  'network.loss': ['network.loss', 'network.latency', 'network.jitter', 'network.tx.rate'],
  'network.latency': ['network.latency', 'network.jitter'],
  'fan.speed': ['cpu.temperature'],
};

/**
 * Devices that go within this time of each other hang on one plug: a camera and its microphone, or a whole hub, ms.
 * Ours: what lists devices looks every ten seconds, and drivers let go one after another.
 */
export const UNPLUGGED_TOGETHER_MS = 15_000;

/** What a group is known by: the id of the incident that was announced for it. */
export const groupOf = ({ id, group }: Pick<IncidentState, 'id' | 'group'>): string => group ?? id;

/** The open incident that a new one belongs to, because both show the same cause; undefined: it stands alone. */
export function relatedTo(incident: IncidentState, open: Iterable<IncidentState>): IncidentState | undefined {
  for (const other of open) if (other.id !== incident.id && areRelated(incident, other)) return other;
  return undefined;
}

function areRelated(a: IncidentState, b: IncidentState): boolean {
  if (showsIn(a.metric, b.metric) || showsIn(b.metric, a.metric)) return true;
  return isUnplugged(a) && isUnplugged(b) && Math.abs(a.since - b.since) <= UNPLUGGED_TOGETHER_MS;
}

const showsIn = (cause: MetricId, symptom: MetricId): boolean => SHOWS_IN[cause]?.includes(symptom) ?? false;

const isUnplugged = ({ metric, gone }: IncidentState): boolean =>
  gone !== undefined || metric === 'camera.present' || metric === 'microphone.present';
