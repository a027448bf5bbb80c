import type { WebContents } from 'electron';
import type { EventChannel, EventMap } from '../../shared/ipc/contract.js';

/** The pages that are open, for telling them something. */
export class Pages {
  private readonly open = new Set<WebContents>();

  /** @param onUse called with true when the first page opens, with false when the last one is gone */
  constructor(private readonly onUse: (inUse: boolean) => void) {}

  /** Counts a page in, for as long as it lives. */
  add(contents: WebContents): void {
    this.open.add(contents);
    if (this.open.size === 1) this.onUse(true);
    contents.once('destroyed', () => {
      this.open.delete(contents);
      if (this.open.size === 0) this.onUse(false);
    });
  }

  /** Sends a message of the contract to every open page. */
  publish<C extends EventChannel>(channel: C, payload: EventMap[C]): void {
    for (const contents of this.open) {
      // A crashed page is reloaded, and asks for everything again.
      if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(channel, payload);
    }
  }
}
