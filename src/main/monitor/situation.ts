import type { Situation } from '../../shared/ipc/contract.js';
import { Emitter } from './emitter.js';

/** What can be changed about the situation; 0 minutes end the time without popups. */
export interface SituationPatch {
  readonly onAir?: boolean;
  readonly muteMinutes?: number;
  /** Streaming program for which going on air is offered; null takes the offer back. */
  readonly offer?: string | null;
}

/** Whether the station is on air and popups are muted; tells when either changes, the end of the mute included. */
export class SituationKeeper {
  /** Every change. */
  readonly changes = new Emitter<Situation>();
  private onAir = false;
  private mutedUntil: number | null = null;
  private offer: string | null = null;
  private end: NodeJS.Timeout | undefined;

  /** The situation now. */
  get current(): Situation {
    return { onAir: this.onAir, mutedUntil: this.mutedUntil, offer: this.offer };
  }

  /** Takes a change. */
  set({ onAir, muteMinutes, offer }: SituationPatch): void {
    if (offer !== undefined) this.offer = offer;
    if (onAir !== undefined) {
      this.onAir = onAir;
      this.offer = null;
    }
    if (muteMinutes !== undefined) this.mute(muteMinutes * 60_000);
    this.changes.emit(this.current);
  }

  private mute(ms: number): void {
    clearTimeout(this.end);
    this.mutedUntil = ms > 0 ? Date.now() + ms : null;
    if (ms > 0) this.end = setTimeout(() => this.set({ muteMinutes: 0 }), ms);
  }
}
