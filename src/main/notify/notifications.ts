import type { IncidentState } from '../../shared/health/state.js';

/** A notification of the system that is shown. */
export interface Shown {
  close(): void;
}

/** Most notifications at once: after a time without popups the popup lists all, and a stack of copies says no more. */
const AT_ONCE = 3;

/** Notifications of the system as a second channel beside the popup: one per fault, withdrawn with it. */
export class Notifications {
  // Kept: a notification that is collected no longer hears a click.
  private readonly shown = new Map<string, Shown>();
  private ended = false;

  /** @param show shows one */
  constructor(private readonly show: (incident: IncidentState) => Shown) {}

  /** Shows what is new, withdraws what is gone. A rise to a fault, a return and an escalation are new. */
  follow(incidents: readonly IncidentState[]): void {
    if (this.ended) return;
    const wanted = new Map(incidents.map((incident) => [newsOf(incident), incident]));
    for (const [key, notification] of this.shown) {
      if (wanted.has(key)) continue;
      notification.close();
      this.shown.delete(key);
    }
    const fresh = [...wanted].filter(([key]) => !this.shown.has(key));
    for (const [index, [key, incident]] of fresh.entries())
      this.shown.set(key, index < AT_ONCE ? this.show(incident) : { close: () => undefined });
  }

  /** Withdraws all, for good: what nobody watches any more is no news, and a notification would stay for hours. */
  end(): void {
    this.follow([]);
    this.ended = true;
  }
}

/** What makes an incident news once more. */
const newsOf = ({ id, severity, reopenedAt, escalatedAt }: IncidentState): string =>
  [id, severity, reopenedAt, escalatedAt].join(' ');
