import { isUnseen } from '../../shared/health/life-cycle.js';
import type { IncidentState, StationEvent } from '../../shared/health/state.js';
import type { PopupView } from '../../shared/ipc/contract.js';
import { minutesUntilChange } from '../../shared/settings/quiet-hours.js';
import { Emitter } from '../monitor/emitter.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';
import { channelNow } from './channel.js';
import { NO_POPUP, nextChange, notifiable, type PopupEvent, popupView, reducePopup } from './popup-state.js';
import { sampleIncident } from './sample.js';

/** The clock on the wall is looked at so often, minutes: it may be set. */
const LONGEST_WAIT_MIN = 30;

/** What the keeper listens to. */
export interface PopupKeeperNeeds {
  readonly monitor: Pick<Monitor, 'events' | 'situation' | 'incidents' | 'handle' | 'at'>;
  readonly settings: Pick<SettingsStore, 'current' | 'onChange'>;
}

/** Keeps what the popup shows, from the station's events, the situation, the settings, and time. */
export class PopupKeeper {
  /** Every change of what is shown, or of what is notified. */
  readonly changes = new Emitter<PopupView>();
  /** Ends of announced faults that the popup does not tell, because it no longer shows them. */
  readonly recoveries = new Emitter<IncidentState>();
  private state = NO_POPUP;
  private alarm: NodeJS.Timeout | undefined;
  private wall: NodeJS.Timeout | undefined;

  constructor(private readonly needs: PopupKeeperNeeds) {
    const { monitor, settings } = needs;
    const reconsider = (): void => this.reconsider();
    monitor.events.on((event) => this.follow(event));
    monitor.situation.changes.on(reconsider);
    settings.onChange(reconsider);
    reconsider();
  }

  /** Chooses the channel anew, now and whenever the clock on the wall changes it. */
  private reconsider(): void {
    const { monitor, settings } = this.needs;
    const now = new Date();
    this.take({ type: 'channel', channel: channelNow(settings.current, monitor.situation.current, now) });
    clearTimeout(this.wall);
    const { quietHours } = settings.current;
    if (!quietHours) return;
    const wait = Math.min(minutesUntilChange(quietHours, now), LONGEST_WAIT_MIN) * 60_000;
    this.wall = setTimeout(() => this.reconsider(), wait - now.getSeconds() * 1_000);
  }

  /** What is shown now. */
  get view(): PopupView {
    return popupView(this.state);
  }

  /** Faults that a notification stands for now. */
  get notified(): IncidentState[] {
    return notifiable(this.state);
  }

  /** Incidents that nobody has seen yet, as a count beside the tray; none while popups are muted. */
  get badge(): number {
    if (this.state.channel === 'nothing') return 0;
    return this.needs.monitor.incidents.filter(isUnseen).length;
  }

  /** Somebody saw these. @param by who, where a name is known */
  acknowledge(ids: readonly string[], by?: string): void {
    for (const id of ids) {
      this.take({ type: 'acknowledged', id });
      this.needs.monitor.handle(id, { type: 'acknowledge', ...(by !== undefined && { by }) });
    }
  }

  /** Reminds of one later. */
  snooze(id: string): void {
    this.take({ type: 'snoozed', id });
  }

  /** Takes the popup away until there are news. */
  close(): void {
    this.take({ type: 'closed' });
  }

  /** Shows a sample for some seconds. */
  test(): void {
    this.take({ type: 'sampled', incident: sampleIncident(this.needs.monitor.at) });
  }

  /** The incident of this id, among those that are shown. */
  find(id: string): IncidentState | undefined {
    return this.view.entries.find(({ incident }) => incident.id === id)?.incident;
  }

  private follow(event: StationEvent): void {
    if (event.type === 'closed') this.sayGoodbye(event.incident);
    const meaning = meaningOf(event);
    if (meaning) this.take(meaning);
    if (event.type === 'closed' && this.needs.monitor.incidents.length === 0) this.take({ type: 'calm' });
  }

  /** A fault that the popup shows says goodbye there, another one in a notification; neither where nobody wants it. */
  private sayGoodbye(incident: IncidentState): void {
    const { recoveryNotice } = this.needs.settings.current;
    if (!recoveryNotice) this.take({ type: 'withdrawn', id: incident.id });
    else if (incident.popupAt !== null && this.state.channel === 'popup' && !this.find(incident.id))
      this.recoveries.emit(incident);
  }

  private take(event: PopupEvent): void {
    const before = this.state;
    const now = performance.now();
    this.state = reducePopup(before, event, now);
    // Anew each time: a timer may come a moment early, and then nothing was due yet.
    clearTimeout(this.alarm);
    const due = nextChange(this.state);
    if (due !== undefined) this.alarm = setTimeout(() => this.take({ type: 'time' }), Math.ceil(due - now));
    if (this.state === before) return;
    this.changes.emit(this.view);
  }
}

/** What an event of the station means to the popup; undefined: nothing. */
function meaningOf(event: StationEvent): PopupEvent | undefined {
  switch (event.type) {
    case 'popup':
    case 'escalated':
      return { type: 'announced', incident: event.incident };
    case 'raised':
    case 'lowered':
    case 'updated':
      return { type: 'updated', incident: event.incident };
    case 'acknowledged':
    case 'resolved':
      return { type: 'acknowledged', id: event.incident.id };
    case 'closed':
      return { type: 'ended', incident: event.incident };
    case 'flood':
      return { type: 'flooded' };
    default:
      return undefined;
  }
}
