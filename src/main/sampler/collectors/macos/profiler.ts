/** An entry of a report of `system_profiler -json`. */
export type ProfilerItem = Readonly<Record<string, unknown>>;

/**
 * The entries of one kind in what `system_profiler … -json` printed, with all that they hold (`_items`). null: it is
 * no such report, which is something else than a report without entries.
 */
export function profilerItems(text: string, kind: string): ProfilerItem[] | null {
  const report = parseJson(text);
  const top = isItem(report) && Object.hasOwn(report, kind) ? report[kind] : undefined;
  return Array.isArray(top) ? flatten(top, MAX_DEPTH) : null;
}

/** Reports are three levels deep (bus, hub, device); deeper is none (ours). */
const MAX_DEPTH = 8;

function flatten(items: readonly unknown[], depth: number): ProfilerItem[] {
  return items.filter(isItem).flatMap((item) => {
    const inner = item._items;
    return [item, ...(Array.isArray(inner) && depth > 0 ? flatten(inner, depth - 1) : [])];
  });
}

/** A text of an entry, trimmed; empty where it has none. */
export function itemText(item: ProfilerItem, key: string): string {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

/** Whether a value is an entry with fields. */
export const isItem = (value: unknown): value is ProfilerItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
