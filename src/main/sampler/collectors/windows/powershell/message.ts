/** What a line of the host says. */
export type HostMessage =
  | { readonly kind: 'ready' }
  /** Application control forbids what the scripts need. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'answer'; readonly id: number; readonly data: Readonly<Record<string, unknown>> }
  /** The request as a whole failed (its parts fail one by one, inside of an answer). */
  | { readonly kind: 'refused'; readonly id: number; readonly why: string };

/** Reads a line of the host; null: it is none of ours (a profile's greeting, a warning) and is dropped. Never throws. */
export function parseHostLine(line: string): HostMessage | null {
  const message = parseObject(line);
  if (message === null) return null;
  if (message.ready === 1) return { kind: 'ready' };
  if (typeof message.blocked === 'string') return { kind: 'blocked' };
  const { id, ok, data } = message;
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null;
  if (ok === true && isObject(data)) return { kind: 'answer', id, data };
  if (ok !== false) return null;
  const fault = isObject(message.fault) ? message.fault : {};
  return { kind: 'refused', id, why: typeof fault.kind === 'string' ? fault.kind : 'unknown' };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(line: string): Record<string, unknown> | null {
  // A byte order mark is all that may stand before the object.
  const text = line.replace(/^\uFEFF/, '').trim();
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
