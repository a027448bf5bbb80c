/** Letters, or digits; every name is a row of these. */
const PIECES = /\d+|\D+/g;

/**
 * Compares names of devices as people count: `card2` before `card10`. The kernel's names hold no letters that a language
 * orders in its own way, and the tables of a collator take 1 MB of the process.
 */
export function byNaturalOrder(one: string, other: string): number {
  const others = other.match(PIECES) ?? [];
  for (const [index, piece] of (one.match(PIECES) ?? []).entries()) {
    const against = others[index];
    if (against === undefined) return 1;
    const difference = Number(piece) - Number(against) || compare(piece, against);
    if (difference !== 0) return difference;
  }
  return compare(one, other);
}

/** By code units, as the kernel sorts. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
