/** A promise to a program that the Mac will stay awake, as `pmset -g assertions` lists it. */
export interface Assertion {
  /** Program that holds it. */
  readonly owner: string;
  /** What it is called. */
  readonly name: string;
  /** Process that it is held for, where that is another. */
  readonly createdFor: number | null;
  readonly resources: readonly string[];
}

/** Reads `pmset -g assertions`. null: it is no such list. */
export function parseAssertions(text: string): Assertion[] | null {
  if (!/^(Assertion status system-wide|Listed by owning process):/m.test(text)) return null;
  const found: Assertion[] = [];
  let open: { owner: string; name: string; createdFor: number | null; resources: string[] } | null = null;
  for (const line of text.split('\n')) {
    const [, owner, name = ''] = /^\s*pid \d+\(([^)]*)\): \[[^\]]*\] .*?named: "(.*)"/.exec(line) ?? [];
    if (owner !== undefined) {
      open = { owner, name, createdFor: null, resources: [] };
      found.push(open);
      continue;
    }
    const pid = /^\s+Created for PID: (\d{1,9})\b/.exec(line)?.[1];
    if (pid !== undefined && open !== null) open.createdFor = Number(pid);
    const resources = /^\s+Resources: (.+)$/.exec(line)?.[1];
    if (resources !== undefined && open !== null) open.resources = resources.trim().split(/\s+/);
  }
  return found;
}

/** Those that the sound server holds because a program records. */
export const recording = (assertions: readonly Assertion[]): Assertion[] =>
  assertions.filter(({ owner, resources }) => owner === 'coreaudiod' && resources.includes('audio-in'));

/** Whether the system's camera server works for somebody (macOS 14 and later; nothing is proved by a no). */
export const filming = (assertions: readonly Assertion[]): boolean =>
  assertions.some(({ owner }) => owner === 'cameracaptured');
