import type { ItemId } from '../items.js';

/** The steps of the wizard in their order. */
export const STEPS = ['operator', 'platform', 'automatic', 'take', 'headphones', 'manual', 'result'] as const;
/** A step of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** Items that the program finds out alone, from readings of the monitor and by an upload. */
export const STATION_ITEMS = [
  'P2.a',
  'P2.b.link',
  'P2.b.loss',
  'P2.b.latency',
  'P2.b.signal',
  'P2.b.upload',
  'P2.d',
  'P2.e',
] as const satisfies readonly ItemId[];

/** Items that the guided take measures. */
export const TAKE_ITEMS = ['P2.c.camera', 'P2.c.microphone', 'P3.b'] as const satisfies readonly ItemId[];

/** What a person says, in the groups in which it is asked. */
export const MANUAL_GROUPS = [
  { id: 'gear', items: ['P1.a', 'P1.b', 'P1.c', 'P1.d', 'P1.e'] },
  { id: 'cables', items: ['P2.a'] },
  { id: 'workspace', items: ['P3.a', 'P3.b', 'P3.c', 'P3.d', 'P3.e', 'P3.f'] },
] as const satisfies readonly { id: string; items: readonly ItemId[] }[];

/** The step in which an item is done, or done again. */
export function stepOf(item: ItemId): Step {
  if (item === 'P2.c.camera' || item === 'P2.c.microphone') return 'take';
  if (item === 'P2.c.headphones') return 'headphones';
  // Cables are measured and confirmed: the measurement comes first.
  return (STATION_ITEMS as readonly ItemId[]).includes(item) ? 'automatic' : 'manual';
}

/** The clause of the procedure that an item belongs to: `P2.b` of `P2.b.loss`. */
export const clauseOf = (item: ItemId): string => item.split('.').slice(0, 2).join('.');
