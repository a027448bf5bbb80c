import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { INVOKE_CHANNELS, type InvokeChannel, type InvokeMap } from '../../shared/ipc/contract.js';
import { PARSERS } from '../../shared/ipc/parsers.js';
import { failure, type Result } from '../../shared/ipc/result.js';
import type { Log } from '../log/log.js';
import type { TrustedPages } from '../security/trusted-sender.js';

/** Answers one call. */
export type Handler<C extends InvokeChannel> = (
  args: InvokeMap[C]['args'],
) => Result<InvokeMap[C]['value']> | Promise<Result<InvokeMap[C]['value']>>;
/** One handler per call; a missing one does not compile. */
export type Handlers = { readonly [C in InvokeChannel]: Handler<C> };

/** Registers every call of the contract: who asks, then what is asked, then the handler; always a Result. */
export function registerHandlers(handlers: Handlers, pages: TrustedPages, log: Log): void {
  for (const channel of INVOKE_CHANNELS) {
    const answer = guarded(channel, handlers, pages, log);
    ipcMain.handle(channel, answer);
  }
}

/** A handler with its checks in front; apart from `ipcMain`, so that it can be tested. */
export function guarded<C extends InvokeChannel>(
  channel: C,
  handlers: Handlers,
  pages: Pick<TrustedPages, 'isTrusted'>,
  log: Log,
): (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => Promise<Result<InvokeMap[C]['value']>> {
  return async (event, ...args) => {
    if (!pages.isTrusted(event)) {
      log.warn(`${channel}: a call from a page that is not trusted was refused`);
      return failure('FORBIDDEN', 'not a page of this program');
    }
    if (args.length > 1) return failure('INVALID', 'one argument at most');
    const parsed = PARSERS[channel](args[0]);
    if (!parsed.ok) return parsed;
    try {
      return await handlers[channel](parsed.value);
    } catch (error) {
      log.error(`${channel} failed`, error);
      return failure('INTERNAL', 'see the log');
    }
  };
}
