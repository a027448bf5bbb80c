import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isOwnUrl } from './origin.js';

/** Where a call from a page comes from, as far as trust goes. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<WebContents, 'id'>;
};

/** The pages whose calls are heard: windows of ours, their main frame, at our address. */
export class TrustedPages {
  private readonly ids = new Set<number>();

  /** Trusts the page of a window of ours for as long as it lives. */
  add(contents: Pick<WebContents, 'id' | 'once'>): void {
    const { id } = contents;
    this.ids.add(id);
    contents.once('destroyed', () => this.ids.delete(id));
  }

  /** Whether a call may be answered. A frame that is gone by now is not trusted. */
  isTrusted({ sender, senderFrame }: Sender): boolean {
    return (
      this.ids.has(sender.id) &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      isOwnUrl(senderFrame.url)
    );
  }
}
