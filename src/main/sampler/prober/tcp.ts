import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { ProbeMethod, SendProbe } from './method.js';
import { pace } from './pace.js';

/**
 * A connection that takes this long had its first packet lost: systems repeat a SYN after 1 s (RFC 6298),
 * never earlier than 900 ms with their timers' grain.
 */
export const RETRANSMITTED_MS = 900;

/** TCP connect: a connection or its refusal is an answer, a repeated SYN or silence is a loss. */
export function createTcpMethod(address: string, port: number): ProbeMethod {
  return {
    name: `tcp ${address} port ${port}`,
    run: (run) => pace(knock(address, port), run),
  };
}

function knock(host: string, port: number): SendProbe {
  return (tell) => {
    const started = performance.now();
    const socket = connect({ host, port });
    const finish = (answered: boolean): void => {
      const trip = performance.now() - started;
      tell(answered && trip < RETRANSMITTED_MS ? trip : null);
    };
    socket.on('connect', () => {
      finish(true);
      // A reset leaves nothing behind in the tables of a small router.
      socket.resetAndDestroy();
    });
    // Everything but a refusal is a failure on the way: no route, no such host, no free port here.
    socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ECONNREFUSED'));
    return () => socket.destroy();
  };
}
