import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { PROBE_TIMEOUT_MS, type ProbeMethod, pace } from './method.js';
import type { Outcome } from './window.js';

/**
 * A connection that takes this long had its first packet lost: systems repeat a SYN after 1 s (RFC 6298),
 * never earlier than 900 ms with their timers' grain.
 */
export const RETRANSMITTED_MS = 900;

/** TCP connect: a connection or its refusal is an answer, a repeated SYN or silence is a loss. */
export function createTcpMethod(address: string, port: number): ProbeMethod {
  return {
    name: `tcp ${address} port ${port}`,
    async run(run) {
      const sockets = new Set<Socket>();
      await pace(() => probe(address, port, sockets), run);
      // Stopped in the middle: nothing may stay open.
      for (const socket of sockets) socket.destroy();
    },
  };
}

function probe(host: string, port: number, sockets: Set<Socket>): Promise<Outcome> {
  return new Promise((resolve) => {
    const started = performance.now();
    const socket = connect({ host, port });
    sockets.add(socket);
    const finish = (answered: boolean): void => {
      const trip = performance.now() - started;
      clearTimeout(timer);
      sockets.delete(socket);
      resolve(answered && trip < RETRANSMITTED_MS ? trip : null);
    };
    const timer = setTimeout(() => socket.destroy(), PROBE_TIMEOUT_MS);
    socket.on('connect', () => {
      finish(true);
      // A reset leaves nothing behind in the tables of a small router.
      socket.resetAndDestroy();
    });
    // Everything but a refusal is a failure on the way: no route, no such host, no free port here.
    socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ECONNREFUSED'));
    socket.on('close', () => finish(false));
  });
}
