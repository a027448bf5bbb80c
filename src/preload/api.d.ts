import type { EventChannel, EventMap, InvokeChannel, InvokeMap } from '../shared/ipc/contract';
import type { Result } from '../shared/ipc/result';

/** What a page can do beyond the web: call main by a name of the contract, and hear its messages. */
export interface OnAirApi {
  invoke<C extends InvokeChannel>(
    channel: C,
    args: InvokeMap[C]['args'],
  ): Promise<Result<InvokeMap[C]['value']>>;
  /** @returns a function that ends the subscription */
  subscribe<C extends EventChannel>(channel: C, listener: (payload: EventMap[C]) => void): () => void;
}

declare global {
  interface Window {
    readonly onair: OnAirApi;
  }
}
