/** The items of the pre-check in the order of the procedure. Ids are stable: pages, records and tests use them. */
export const ITEM_IDS = [
  'P1.a',
  'P1.b',
  'P1.c',
  'P1.d',
  'P1.e',
  'P2.a',
  'P2.b.link',
  'P2.b.loss',
  'P2.b.latency',
  'P2.b.signal',
  'P2.b.upload',
  'P2.c.camera',
  'P2.c.microphone',
  'P2.c.headphones',
  'P2.d',
  'P2.e',
  'P3.a',
  'P3.b',
  'P3.c',
  'P3.d',
  'P3.e',
  'P3.f',
] as const;

/** An item of {@link ITEM_IDS}. */
export type ItemId = (typeof ITEM_IDS)[number];

/** What belongs to an item besides its measures. */
export interface ItemSpec {
  /** A person says yes or no. */
  readonly confirmed: boolean;
  /** The date of the last inspection is asked for; how often it is due stands in the procedure. */
  readonly inspected: boolean;
}

const measured: ItemSpec = { confirmed: false, inspected: false };
const confirmed: ItemSpec = { confirmed: true, inspected: false };
const inspected: ItemSpec = { confirmed: true, inspected: true };

/** Every item; its measures and their limits stand in the procedure's `precheck` section. */
export const ITEMS: Readonly<Record<ItemId, ItemSpec>> = {
  'P1.a': confirmed,
  'P1.b': confirmed,
  'P1.c': confirmed,
  'P1.d': confirmed,
  'P1.e': inspected,
  'P2.a': confirmed,
  'P2.b.link': measured,
  'P2.b.loss': measured,
  'P2.b.latency': measured,
  'P2.b.signal': measured,
  'P2.b.upload': measured,
  'P2.c.camera': measured,
  'P2.c.microphone': measured,
  'P2.c.headphones': measured,
  'P2.d': measured,
  'P2.e': measured,
  'P3.a': confirmed,
  'P3.b': confirmed,
  'P3.c': confirmed,
  'P3.d': confirmed,
  'P3.e': inspected,
  'P3.f': inspected,
};
