import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { PlaybookId } from '../../../shared/playbooks/playbooks.js';

/** After this time, ms, a step that was done belongs to another occasion (ours: a shift). */
export const OCCASION_MS = 12 * 3600_000;

/** Steps that were ticked in playbooks about no incident: when, ms since 1970, by step. */
export interface Ticks {
  readonly ticks: Readonly<Partial<Record<PlaybookId, Readonly<Record<string, number>>>>>;
}

/** Ticks of playbooks that were opened by hand. They outlast the page: a procedure may take longer than a window is open. */
export const useTicks = create<Ticks>()(
  persist((): Ticks => ({ ticks: {} }), { name: 'onair.ticks', version: 1 }),
);

/** Ids of the steps that were done on this occasion. @param now ms since 1970 */
export function doneSteps({ ticks }: Ticks, playbook: PlaybookId, now: number): string[] {
  return Object.entries(ticks[playbook] ?? {})
    .filter(([, at]) => Math.abs(now - at) < OCCASION_MS)
    .map(([step]) => step);
}

/** Notes that a step was done, or was not. @param now ms since 1970 */
export function tickStep(playbook: PlaybookId, step: string, done: boolean, now: number): void {
  useTicks.setState(({ ticks }) => {
    const { [step]: _, ...others } = ticks[playbook] ?? {};
    return { ticks: { ...ticks, [playbook]: done ? { ...others, [step]: now } : others } };
  });
}

/** Begins a playbook anew. */
export function startAnew(playbook: PlaybookId): void {
  useTicks.setState(({ ticks }) => ({ ticks: { ...ticks, [playbook]: {} } }));
}
