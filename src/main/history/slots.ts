import type { AggregateTable } from './buckets.js';
import type { Sample } from './samples.js';

/** Bytes of a slot: readings with and without a value (16 bits each), then min, mean and max as 32-bit floats. */
export const SLOT_BYTES = 16;
/** Most readings that a slot can count. An hour of one a second has 3,600. */
const COUNT_LIMIT = 65_535;

/** What is known about one slot of time. With no known reading, min, mean and max mean nothing. */
export interface Slot {
  known: number;
  unknown: number;
  min: number;
  mean: number;
  max: number;
}

/** A slot in which nothing was read. */
export function emptySlot(): Slot {
  return { known: 0, unknown: 0, min: Number.POSITIVE_INFINITY, mean: 0, max: Number.NEGATIVE_INFINITY };
}

/** Counts one slot into another. */
export function mergeSlot(into: Slot, other: Slot): void {
  const known = into.known + other.known;
  if (known > 0) into.mean = (into.mean * into.known + other.mean * other.known) / known;
  into.min = Math.min(into.min, other.min);
  into.max = Math.max(into.max, other.max);
  into.known = known;
  into.unknown += other.unknown;
}

/** A reading as a slot of its own. */
export function slotOf(value: number): Slot {
  return Number.isNaN(value)
    ? { known: 0, unknown: 1, min: Number.POSITIVE_INFINITY, mean: 0, max: Number.NEGATIVE_INFINITY }
    : { known: 1, unknown: 0, min: value, mean: value, max: value };
}

/** Counts readings into the row that holds them. @param row is written to */
export function mergeIntoRow(
  row: Buffer,
  samples: readonly Sample[],
  { rowMs, slotMs }: AggregateTable,
): void {
  const fresh = new Map<number, Slot>();
  for (const { at, value } of samples) {
    const index = Math.floor((at % rowMs) / slotMs);
    const slot = fresh.get(index) ?? emptySlot();
    mergeSlot(slot, slotOf(value));
    fresh.set(index, slot);
  }
  for (const [index, slot] of fresh) {
    const merged = readSlot(row, index);
    mergeSlot(merged, slot);
    writeSlot(row, index, merged);
  }
}

/** A row in which nothing was read. */
export function emptyRow({ rowMs, slotMs }: AggregateTable): Buffer {
  return Buffer.alloc((rowMs / slotMs) * SLOT_BYTES);
}

/** Reads the slot of this number. */
export function readSlot(row: Buffer, index: number): Slot {
  const offset = index * SLOT_BYTES;
  const known = row.readUInt16LE(offset);
  const unknown = row.readUInt16LE(offset + 2);
  if (known === 0)
    return { known, unknown, min: Number.POSITIVE_INFINITY, mean: 0, max: Number.NEGATIVE_INFINITY };
  return {
    known,
    unknown,
    min: row.readFloatLE(offset + 4),
    mean: row.readFloatLE(offset + 8),
    max: row.readFloatLE(offset + 12),
  };
}

/** Number of slots in a row. */
export function slotCount(row: Buffer): number {
  return Math.floor(row.length / SLOT_BYTES);
}

function writeSlot(row: Buffer, index: number, slot: Slot): void {
  const offset = index * SLOT_BYTES;
  row.writeUInt16LE(Math.min(slot.known, COUNT_LIMIT), offset);
  row.writeUInt16LE(Math.min(slot.unknown, COUNT_LIMIT), offset + 2);
  if (slot.known === 0) return;
  row.writeFloatLE(slot.min, offset + 4);
  row.writeFloatLE(slot.mean, offset + 8);
  row.writeFloatLE(slot.max, offset + 12);
}
