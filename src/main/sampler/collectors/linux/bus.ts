import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadContext } from '../../collector.js';
import type { CommandResult, RunCommand } from '../../command.js';

/** Asks a service on the system's D-Bus: its name, then object, interface, method and arguments. */
export type AskBus = (
  context: Pick<ReadContext, 'signal' | 'raw'>,
  service: string,
  ...call: readonly string[]
) => Promise<CommandResult>;

const SOCKET = 'run/dbus/system_bus_socket';

/**
 * Makes an asker by `busctl`, one program a question; without a bus none is started. A service that does not run is not
 * started by asking: whether it should is not this program's to decide.
 */
export function createBus(root: string, run: RunCommand): AskBus {
  return async (context, service, ...call) => {
    if (!existsSync(join(root, SOCKET))) return { kind: 'absent' };
    const how = ['--system', '--json=short', '--auto-start=no', '--timeout=5'];
    return run('busctl', [...how, 'call', service, ...call], context);
  };
}

/** Value of a variant as `busctl --json` prints it: `{"type":"d","data":100}`. */
export const dataOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { readonly data?: unknown }).data : undefined;

/** First value of what a method answered, as `busctl --json=short call` prints it. undefined: it is no answer. Never throws. */
export function parseBusAnswer(text: string): unknown {
  try {
    const data = dataOf(JSON.parse(text));
    return Array.isArray(data) ? data[0] : undefined;
  } catch {
    return undefined;
  }
}
