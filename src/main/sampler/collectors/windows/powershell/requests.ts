/** Lane of the host that answers: the slow one keeps dear questions from holding up the tick. */
export type LaneName = 'quick' | 'slow';

/** What may be asked for, and how long one answer may take before the host counts as hung, ms (ours). */
export interface RequestKind {
  readonly lane: LaneName;
  readonly limitMs: number;
}

/**
 * Every request the shipped scripts know (resources/windows/requests.ps1; a test holds the two lists together).
 * The first answers of `wifi` and `devices` compile a few lines of C#, which takes seconds on a cold disk.
 */
export const REQUESTS = {
  fast: { lane: 'quick', limitMs: 6_000 },
  devices: { lane: 'quick', limitMs: 15_000 },
  wifi: { lane: 'quick', limitMs: 15_000 },
  system: { lane: 'quick', limitMs: 15_000 },
  smart: { lane: 'slow', limitMs: 45_000 },
  events: { lane: 'slow', limitMs: 45_000 },
  memory: { lane: 'slow', limitMs: 45_000 },
  updates: { lane: 'slow', limitMs: 120_000 },
  security: { lane: 'slow', limitMs: 45_000 },
} as const satisfies Record<string, RequestKind>;

/** Name of a request; nothing else is ever written to the host. */
export type RequestName = keyof typeof REQUESTS;
