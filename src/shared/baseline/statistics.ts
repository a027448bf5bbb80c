/** The value that this share (0-1) of all values is not above; nearest rank. @param sorted ascending, not empty */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] as number;
}

/** What is usual among some values: the median, and how far apart the middle eight tenths are. undefined: no values */
export function summary(
  values: readonly number[],
): { readonly value: number; readonly spread: number } | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { value: quantile(sorted, 0.5), spread: quantile(sorted, 0.9) - quantile(sorted, 0.1) };
}
