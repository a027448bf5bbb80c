import type { PartState } from '../../shared/health/state.js';
import type { MonitorUpdate, SnapshotFacts } from '../../shared/ipc/contract.js';
import { findChanges } from '../../shared/ipc/part-changes.js';
import type { Part } from '../../shared/sop/schema.js';

/** What the pages know, so that they are told no more than what is new: every tick is copied three times on its way. */
export class Told {
  private parts: ReadonlyMap<Part, PartState> = new Map();
  private facts: Partial<SnapshotFacts> = {};

  /** They were told everything. */
  all({ parts, ...facts }: SnapshotFacts & { readonly parts: readonly PartState[] }): void {
    this.parts = byPart(parts);
    this.facts = facts;
  }

  /** What they are to be told now. */
  news(parts: readonly PartState[], facts: SnapshotFacts): Omit<MonitorUpdate, 'seq' | 'at'> {
    const changes = findChanges(this.parts, parts);
    const news = Object.fromEntries(
      FACTS.filter((key) => !isSame(this.facts[key], facts[key])).map((key) => [key, facts[key]]),
    );
    this.parts = byPart(parts);
    this.facts = facts;
    return { ...changes, ...news };
  }
}

const FACTS: readonly (keyof SnapshotFacts)[] = [
  'sampler',
  'verdict',
  'incidents',
  'ended',
  'situation',
  'notices',
];

const byPart = (parts: readonly PartState[]): ReadonlyMap<Part, PartState> =>
  new Map(parts.map((part) => [part.part, part]));

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
