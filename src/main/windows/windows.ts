import type { BrowserWindow } from 'electron';

/** What the window manager needs from its surroundings. */
export interface WindowsOptions {
  /** Makes and loads the window. */
  readonly open: (minimized: boolean) => BrowserWindow;
  /** Whether there is a tray to come back from. */
  readonly hasTray: () => boolean;
  /** Called when the window is minimised because it could not be opened again. */
  readonly onMinimized: () => void;
  /** Called after the window was closed while the program goes on. */
  readonly onClosed: () => void;
}

/** The one main window: shown, brought to the front, closed for good. */
export class Windows {
  private window: BrowserWindow | null = null;
  private quitting = false;

  constructor(private readonly options: WindowsOptions) {}

  /** The open window, if there is one. */
  get main(): BrowserWindow | null {
    return this.window;
  }

  /** Opens the window, or brings the open one to the front. */
  show(): void {
    const { window } = this;
    if (!window) {
      this.open(false);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Opens the window as an entry of the task bar: the way back where there is no tray. */
  showMinimized(): void {
    if (this.window) return;
    this.open(true);
    this.options.onMinimized();
  }

  /** From now on a closing window is not kept. */
  allowQuit(): void {
    this.quitting = true;
  }

  private open(minimized: boolean): void {
    const window = this.options.open(minimized);
    this.window = window;
    window.on('close', (event) => {
      // Without a tray a closed window could not be opened again, so it stays as an entry of the task bar.
      if (this.quitting || this.options.hasTray()) return;
      event.preventDefault();
      window.minimize();
      this.options.onMinimized();
    });
    window.on('closed', () => {
      this.window = null;
      if (!this.quitting) this.options.onClosed();
    });
  }
}
