import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import {
  EVENT_CHANNELS,
  type EventChannel,
  INVOKE_CHANNELS,
  type InvokeChannel,
} from '../shared/ipc/contract.js';
import { failure } from '../shared/ipc/result.js';
import type { OnAirApi } from './api.js';

const calls = new Set<InvokeChannel>(INVOKE_CHANNELS);
const messages = new Set<EventChannel>(EVENT_CHANNELS);

const api: OnAirApi = {
  invoke: async (channel, args) =>
    calls.has(channel) ? ipcRenderer.invoke(channel, args) : failure('FORBIDDEN', 'no such call'),
  subscribe: (channel, listener) => {
    if (!messages.has(channel)) return () => undefined;
    // The event object leads to ipcRenderer; a page gets the payload alone.
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void =>
      listener(payload);
    ipcRenderer.on(channel, forward);
    return () => void ipcRenderer.removeListener(channel, forward);
  },
};

contextBridge.exposeInMainWorld('onair', api);
