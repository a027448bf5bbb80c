import type { FloodDecision, FloodLimiter } from './flood.js';
import { groupOf, relatedTo } from './groups.js';
import { isUnseen, type LifeCycle } from './life-cycle.js';
import type { IncidentState } from './state.js';

/**
 * How long an incident may outlive the one that was announced for it before it is announced itself, ms. Ours: loss
 * looks back a minute and clears in another; what lasts longer than three has a cause of its own.
 */
export const GROUP_GRACE_MS = 180_000;

/** What an announcement depends on. */
export interface Surroundings {
  /** Incidents that are open. */
  readonly open: readonly IncidentState[];
  readonly lifeCycle: LifeCycle;
  /** The station's clock, ms since 1970. */
  readonly at: number;
}

/** What became of an announcement: `wait` may still lead to one later. */
export interface Announcement {
  readonly incident: IncidentState;
  readonly decision: FloodDecision | 'wait';
}

/** Why an incident waits: another one speaks for it, its clause is muted, or, since when nobody speaks for it. */
type Waiting = 'spoken-for' | 'muted' | number;

/** Decides which incidents are announced: one for each cause, none of a muted clause, never a flood. */
export class Announcer {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly flood: FloodLimiter) {}

  /** Decides about an incident that opened; it joins the group of its cause. */
  opened(incident: IncidentState, around: Surroundings): Announcement {
    const related = relatedTo(incident, around.open);
    return this.announce(related ? { ...incident, group: groupOf(related) } : incident, around);
  }

  /** Decides about an incident that is news again. `popupAt` stays the first one. */
  announce(incident: IncidentState, around: Surroundings): Announcement {
    const reason = reasonToWait(incident, around);
    if (reason) {
      this.waiting.set(incident.id, reason);
      return { incident, decision: 'wait' };
    }
    this.waiting.delete(incident.id);
    const decision = this.flood.decide(around.at);
    const isFirst = decision === 'show' && incident.popupAt === null;
    return { incident: isFirst ? { ...incident, popupAt: around.at } : incident, decision };
  }

  /** Goes on with an incident of an earlier run, without announcing it. */
  adopt(incident: IncidentState, lifeCycle: LifeCycle): void {
    const { id, clause, popupAt, openedAt, reopenedAt, group } = incident;
    if (!isUnseen(incident)) return;
    const newsAt = reopenedAt ?? openedAt;
    const isTold = popupAt !== null && popupAt >= newsAt;
    if (popupAt === null && group !== undefined) this.waiting.set(id, 'spoken-for');
    else if (!isTold && (lifeCycle.muted[clause] ?? 0) > newsAt) this.waiting.set(id, 'muted');
  }

  /** Incidents whose wait is over: their mute ended, or they outlived the one that spoke for them. */
  due(around: Surroundings): IncidentState[] {
    if (this.waiting.size === 0) return [];
    const open = new Map(around.open.map((one) => [one.id, one]));
    const due: IncidentState[] = [];
    for (const [id, before] of this.waiting) {
      const incident = open.get(id);
      if (!incident || !isUnseen(incident)) this.waiting.delete(id);
      else if (this.isOver(id, before, reasonToWait(incident, around), around.at)) due.push(incident);
    }
    return due;
  }

  private isOver(id: string, before: Waiting, reason: Waiting | undefined, at: number): boolean {
    if (reason !== undefined) {
      this.waiting.set(id, reason);
      return false;
    }
    if (before === 'muted') return true;
    // A clock that was set back must not make the wait longer.
    const since = before === 'spoken-for' || before > at ? at : before;
    this.waiting.set(id, since);
    return at - since >= GROUP_GRACE_MS;
  }
}

/** Whether an announced incident has waited for somebody to acknowledge it for too long. */
export function isOverdue(incident: IncidentState, { lifeCycle, at }: Surroundings): boolean {
  const { popupAt, reopenedAt, escalatedAt } = incident;
  const { escalateMs } = lifeCycle;
  if (escalateMs === null || popupAt === null || escalatedAt !== undefined || !isUnseen(incident))
    return false;
  return at - Math.max(popupAt, reopenedAt ?? popupAt) >= escalateMs && !isMuted(incident, lifeCycle, at);
}

function reasonToWait(incident: IncidentState, around: Surroundings): 'spoken-for' | 'muted' | undefined {
  if (isSpokenFor(incident, around.open)) return 'spoken-for';
  return isMuted(incident, around.lifeCycle, around.at) ? 'muted' : undefined;
}

/** Whether an announced incident of the same group is at least as bad. */
function isSpokenFor(incident: IncidentState, open: readonly IncidentState[]): boolean {
  const group = groupOf(incident);
  return open.some(
    (other) =>
      other.id !== incident.id &&
      groupOf(other) === group &&
      other.popupAt !== null &&
      (other.severity === 'fault' || incident.level === 'warning'),
  );
}

const isMuted = ({ clause }: IncidentState, { muted }: LifeCycle, at: number): boolean =>
  at < (muted[clause] ?? 0);
