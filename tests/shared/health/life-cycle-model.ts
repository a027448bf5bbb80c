import type { Handling } from '../../../src/shared/health/life-cycle.js';

export const HOLD_MS = 5_000;
export const CLEAR_MS = 60_000;
export const REOPEN_MS = 600_000;
export const ESCALATE_MS = 900_000;
const FLAP_MS = 1_800_000;

/** An incident as the reference knows it. */
export interface ModelIncident {
  openedAt: number;
  closedAt: number | null;
  handling: Handling;
  /** What was said before a resolution, for taking it back. */
  acknowledged: boolean;
  popupAt: number | null;
  /** When it was news last: opened or re-opened. */
  newsAt: number;
  escalated: boolean;
  /** Its announcement waits for the end of a mute. */
  waits: boolean;
}

/**
 * What a lost network link should do, told as plainly as possible: one series, yes or no, with a hold of 5 s and a
 * clear time of 60 s. It shares no code with the engine.
 */
export class ReferenceModel {
  incidents: ModelIncident[] = [];
  popups = 0;
  escalations = 0;
  mutedUntil = 0;
  private badSince: number | null = null;
  private goodSince: number | null = null;
  private openings: number[] = [];

  get last(): ModelIncident | undefined {
    return this.incidents.at(-1);
  }

  get open(): ModelIncident | undefined {
    return this.last?.closedAt === null ? this.last : undefined;
  }

  /** One tick. @param down null: it can't be read */
  tick(at: number, down: boolean | null): void {
    const factor = Math.min(
      8,
      2 ** Math.max(0, this.openings.filter((one) => at - one < FLAP_MS).length - 1),
    );
    if (down === true) {
      this.badSince ??= at;
      this.goodSince = null;
      if (!this.open && at - this.badSince >= HOLD_MS * factor) this.begin(at);
    } else if (down === false) {
      this.badSince = null;
      this.goodSince ??= at;
      if (this.open && at - this.goodSince >= CLEAR_MS * factor) {
        this.open.closedAt = at;
        this.goodSince = null;
      }
    }
    this.remind(at);
  }

  /** A pause of the machine, or a clock that was set: nothing runs through it. */
  interrupt(): void {
    this.badSince = null;
    this.goodSince = null;
  }

  /** The program ended and began again; how often it had opened is forgotten. */
  restart(): void {
    this.interrupt();
    this.openings = [];
    const { open } = this;
    if (!open) return;
    const told = open.popupAt !== null && open.popupAt >= open.newsAt;
    open.waits = open.handling === 'open' && !told && this.mutedUntil > open.newsAt;
  }

  acknowledge(): void {
    if (this.last?.handling !== 'open') return;
    this.last.handling = 'acknowledged';
    this.last.acknowledged = true;
  }

  settle(kind: 'resolved' | 'false-alarm'): void {
    if (!this.last) return;
    this.last.handling = kind;
    this.last.acknowledged = true;
  }

  takeBack(): void {
    const { last } = this;
    if (!last) return;
    if (last.handling === 'acknowledged') last.acknowledged = false;
    last.handling = last.acknowledged ? 'acknowledged' : 'open';
  }

  private begin(at: number): void {
    this.openings = [...this.openings.filter((one) => at - one < FLAP_MS), at];
    const before = this.last;
    const isBack = before?.closedAt != null && at - before.closedAt <= REOPEN_MS;
    if (before && isBack) {
      if (before.handling === 'resolved') {
        before.handling = 'open';
        before.acknowledged = false;
        before.escalated = false;
      }
      before.closedAt = null;
      before.newsAt = at;
      before.waits = false;
      if (before.handling === 'open') this.announce(before, at);
      return;
    }
    const one: ModelIncident = {
      openedAt: at,
      closedAt: null,
      handling: 'open',
      acknowledged: false,
      popupAt: null,
      newsAt: at,
      escalated: false,
      waits: false,
    };
    this.incidents.push(one);
    this.announce(one, at);
  }

  private announce(one: ModelIncident, at: number): void {
    one.waits = at < this.mutedUntil;
    if (one.waits) return;
    this.popups += 1;
    one.popupAt ??= at;
  }

  private remind(at: number): void {
    const { open } = this;
    if (!open) return;
    if (open.handling !== 'open') {
      open.waits = false;
      return;
    }
    if (open.waits) this.announce(open, at);
    if (open.popupAt === null || open.escalated || at < this.mutedUntil) return;
    const since = open.newsAt > open.openedAt ? Math.max(open.popupAt, open.newsAt) : open.popupAt;
    if (at - since < ESCALATE_MS) return;
    open.escalated = true;
    this.escalations += 1;
  }
}
