/** Reads `vm_stat`: bytes that can't be given to a program. null: not all of the counts are there. */
export function parseUsedMemory(text: string): number | null {
  const pageBytes = Number(/\(page size of (\d{4,6}) bytes\)/.exec(text)?.[1]);
  const pages = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d{1,15})\\.\\s*$`, 'm').exec(text)?.[1]);
  // What Activity Monitor calls used: memory of programs without what they would let go of, the kernel's, and the
  // compressed. Files kept in memory are available.
  const used =
    pages('Anonymous pages') -
    pages('Pages purgeable') +
    pages('Pages wired down') +
    pages('Pages occupied by compressor');
  const bytes = used * pageBytes;
  return Number.isFinite(bytes) && bytes > 0 ? bytes : null;
}

const UNIT: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Swap space in bytes. */
export interface Swap {
  readonly total: number;
  readonly used: number;
}

/** Reads `sysctl -n vm.swapusage`. null: not such a line. */
export function parseSwap(text: string): Swap | null {
  const found = /\btotal = ([\d.,]+)([KMGT]) +used = ([\d.,]+)([KMGT])/.exec(text);
  if (!found) return null;
  const bytes = (amount = '', unit = ''): number =>
    Number(amount.replace(',', '.')) * (UNIT[unit] ?? Number.NaN);
  const swap = { total: bytes(found[1], found[2]), used: bytes(found[3], found[4]) };
  return Number.isFinite(swap.total) && swap.used >= 0 && swap.used <= swap.total ? swap : null;
}
