import { type Fields, listOf, textOf } from './part.js';

/** Who a physical disk is. */
export interface DiskIdentity {
  /** Number of the disk in Windows, as the counters name it. */
  readonly number: string;
  /** Id that survives a reboot where the disk has one. */
  readonly instance: string;
  /** For people. */
  readonly model: string;
}

/** Disks of MSFT_PhysicalDisk. Cheap bridges give every disk the same serial number: then the number tells them apart. */
export function parseDisks(value: unknown): (DiskIdentity & { readonly row: Fields })[] {
  const rows = listOf(value) ?? [];
  const ids = rows.map((row) => textOf(row.serial).replace(/\s+/g, ' ') || textOf(row.uniqueId));
  return rows.map((row, index) => {
    const number = textOf(row.number);
    const id = ids[index] ?? '';
    const shared = ids.filter((each) => each === id).length > 1;
    return {
      number,
      instance: id === '' ? `disk ${number}` : shared ? `${id} #${number}` : id,
      model: textOf(row.model),
      row,
    };
  });
}
