import type { OnAirApi } from '../../preload/api.js';
import { failure } from '../../shared/ipc/result.js';

/** What the page may ask of main. */
export type Bridge = OnAirApi;

/** The only place that touches what the preload script put into the page. A broken call is a failed result, never a throw. */
export const bridge: Bridge = {
  invoke: async (channel, args) => {
    try {
      return await window.onair.invoke(channel, args);
    } catch (error) {
      return failure('INTERNAL', error instanceof Error ? error.message : String(error));
    }
  },
  subscribe: (channel, listener) => window.onair.subscribe(channel, listener),
};
