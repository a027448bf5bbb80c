import type { MonitorSnapshot, MonitorUpdate } from '../../../shared/ipc/contract.js';

/**
 * Puts an update on the snapshot before it. What did not change keeps its identity, so that only the cards that
 * did change are rendered again.
 */
export function applyUpdate(snapshot: MonitorSnapshot, update: MonitorUpdate): MonitorSnapshot {
  const changed = new Map(update.parts.map((part) => [part.clause, part]));
  return {
    mode: snapshot.mode,
    seq: update.seq,
    at: update.at,
    parts:
      changed.size === 0 ? snapshot.parts : snapshot.parts.map((part) => changed.get(part.clause) ?? part),
    sampler: same(snapshot.sampler, update.sampler),
    verdict: same(snapshot.verdict, update.verdict),
    incidents: same(snapshot.incidents, update.incidents),
    ended: update.ended ?? snapshot.ended,
    situation: same(snapshot.situation, update.situation),
    notices: same(snapshot.notices, update.notices),
  };
}

/** The old object where the new one says the same; these are small. */
function same<T>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
