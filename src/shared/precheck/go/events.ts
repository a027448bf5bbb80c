import type { MetricId } from '../../metrics/dictionary.js';
import type { ItemId } from '../items.js';

/** What happened at the station after its GO. Times in ms since 1970, in the order in which they happened. */
export type GoEvent =
  | { readonly type: 'on-air' | 'off-air'; readonly at: number }
  /** An incident opened (a warning or a fault). */
  | { readonly type: 'incident'; readonly at: number; readonly metric: MetricId }
  | {
      readonly type: 'device-changed';
      readonly at: number;
      readonly device: 'camera' | 'microphone' | 'headphones' | 'other';
    }
  /** The microphone was muted. */
  | { readonly type: 'muted'; readonly at: number }
  | { readonly type: 'ac-lost'; readonly at: number }
  /** Another network, adapter or address. */
  | { readonly type: 'network-changed'; readonly at: number }
  /** One item was done again; `ok`: it passed, or is covered by a waiver. */
  | { readonly type: 'rechecked'; readonly at: number; readonly item: ItemId; readonly ok: boolean };

/** Why an item must be checked again. */
export const GO_CAUSES = [
  'incident',
  'device-changed',
  'muted',
  'ac-lost',
  'network-changed',
  'failed',
] as const;
/** A cause of {@link GO_CAUSES}. */
export type GoCause = (typeof GO_CAUSES)[number];

const NETWORK: readonly ItemId[] = ['P2.b.link', 'P2.b.loss', 'P2.b.latency', 'P2.b.signal', 'P2.b.upload'];

/** The items that a metric is evidence for; metrics that no item is about have none. */
const ITEMS_OF: Partial<Record<MetricId, readonly ItemId[]>> = {
  'network.link': ['P2.b.link'],
  'network.loss': ['P2.b.loss'],
  'network.latency': ['P2.b.latency'],
  'network.jitter': ['P2.b.latency'],
  'network.signal': ['P2.b.signal'],
  'network.tx.rate': ['P2.b.upload'],
  'network.linkSpeed': ['P2.a'],
  'camera.present': ['P2.c.camera'],
  'camera.error': ['P2.c.camera'],
  'microphone.present': ['P2.c.microphone'],
  'microphone.muted': ['P2.c.microphone'],
  'power.ac': ['P2.a'],
  'power.battery': ['P2.a'],
  'power.voltage': ['P2.a'],
  'power.current': ['P2.a'],
  'power.ups': ['P2.a'],
  'system.updates': ['P2.d'],
  'system.restartPending': ['P2.d'],
  'antivirus.enabled': ['P2.e'],
  'antivirus.definitionAge': ['P2.e'],
  'antivirus.scanAge': ['P2.e'],
};

/** The items that an event puts in doubt. */
export function itemsOf(event: GoEvent): readonly ItemId[] {
  switch (event.type) {
    case 'incident':
      return ITEMS_OF[event.metric] ?? [];
    case 'device-changed':
      return event.device === 'other' ? ['P2.a'] : [`P2.c.${event.device}`];
    case 'muted':
      return ['P2.c.microphone'];
    case 'ac-lost':
      return ['P2.a'];
    case 'network-changed':
      return NETWORK;
    case 'rechecked':
      return [event.item];
    case 'on-air':
    case 'off-air':
      return [];
  }
}
