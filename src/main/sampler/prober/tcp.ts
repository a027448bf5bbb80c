import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { PROBE_TIMEOUT_MS, type ProbeMethod, pace, type SendProbe } from './method.js';

/**
 * A connection that takes this long had its first packet lost: systems repeat a SYN after 1 s (RFC 6298),
 * never earlier than 900 ms with their timers' grain.
 */
export const RETRANSMITTED_MS = 900;

/** TCP connect: a connection or its refusal is an answer, a repeated SYN or silence is a loss. */
export function createTcpMethod(address: string, port: number): ProbeMethod {
  const send: SendProbe = (signal) =>
    new Promise((resolve) => {
      const started = performance.now();
      const socket = connect({ host: address, port });
      const finish = (answered: boolean): void => {
        const trip = performance.now() - started;
        clearTimeout(timer);
        signal.removeEventListener('abort', abandon);
        // A reset leaves nothing behind in the tables of a small router.
        if (answered && !socket.connecting) socket.resetAndDestroy();
        else socket.destroy();
        resolve(answered && trip < RETRANSMITTED_MS ? trip : null);
      };
      const abandon = (): void => finish(false);
      const timer = setTimeout(abandon, PROBE_TIMEOUT_MS);
      signal.addEventListener('abort', abandon);
      socket.on('connect', () => finish(true));
      // Everything but a refusal is a failure on the way: no route, no such host, no free port here.
      socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ECONNREFUSED'));
    });
  return { name: `tcp ${address} port ${port}`, run: (run) => pace(send, run) };
}
