import type { MonitorSnapshot, MonitorUpdate } from '../../../shared/ipc/contract.js';
import { applyChanges } from '../../../shared/ipc/part-changes.js';

/**
 * Puts an update on the snapshot before it. What did not change keeps its identity, so that only the cards that
 * did change are rendered again.
 */
export function applyUpdate(snapshot: MonitorSnapshot, update: MonitorUpdate): MonitorSnapshot {
  const { parts, newer, ...facts } = update;
  return { ...snapshot, ...facts, parts: applyChanges(snapshot.parts, { parts, newer }) };
}
