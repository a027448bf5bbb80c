import type { BrowserWindow } from 'electron';
import type { PopupView } from '../../shared/ipc/contract.js';
import { type Area, POPUP_WIDTH } from './placement.js';

/** How long an empty popup is kept for the next fault, ms. */
const KEPT_MS = 4_000;

/** What the host needs from its surroundings. */
export interface PopupHostOptions {
  /** Makes the window, unseen, and loads it. */
  readonly open: () => BrowserWindow;
  /** Where something of this size belongs; null: there is no screen. */
  readonly place: (size: Pick<Area, 'width' | 'height'>) => Area | null;
}

/** The one popup window: made with the first fault, sized by its page, destroyed after the last. */
export class PopupHost {
  private window: BrowserWindow | null = null;
  private end: NodeJS.Timeout | undefined;
  private height: number | undefined;
  private isWanted = false;
  private tellClosed: () => void = () => undefined;

  constructor(private readonly options: PopupHostOptions) {}

  /** Opens or takes away the window as there is something to show or not. */
  follow({ entries, flooded }: PopupView): void {
    this.isWanted = entries.length > 0 || flooded;
    if (this.isWanted) {
      clearTimeout(this.end);
      if (!this.window) this.open();
    } else if (this.window) {
      this.window.hide();
      clearTimeout(this.end);
      this.end = setTimeout(() => this.window?.destroy(), KEPT_MS);
    }
  }

  /** Calls back when somebody closed the window with a key of the system. */
  onClosedByHand(listener: () => void): void {
    this.tellClosed = listener;
  }

  /** Takes the height of the page's content, and shows the window if it was waiting for it. */
  resize(height: number): void {
    this.height = height;
    const { window } = this;
    if (!window || !this.isWanted) return;
    this.replace();
    // Never `show`: whoever is typing, or talking to an audience, goes on.
    if (!window.isVisible()) window.showInactive();
  }

  /** Puts the window where it belongs: its page, a screen, or the zoom changed. */
  replace(): void {
    const { window, height } = this;
    if (!window || height === undefined) return;
    const zoom = window.webContents.getZoomFactor();
    const place = this.options.place({
      width: Math.round(POPUP_WIDTH * zoom),
      height: Math.ceil(height * zoom),
    });
    if (place) window.setBounds(place);
  }

  private open(): void {
    const window = this.options.open();
    this.window = window;
    window.on('close', () => this.tellClosed());
    window.on('closed', () => {
      this.window = null;
      this.height = undefined;
      clearTimeout(this.end);
    });
  }
}
