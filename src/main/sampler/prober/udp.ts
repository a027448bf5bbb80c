import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { ProbeMethod, ProbeRun, SendProbe } from './method.js';
import { pace } from './pace.js';

/** Size of a probe, bytes: number, nonce; small enough for any link, unlike anything else in the air. */
const PAYLOAD_BYTES = 32;

/**
 * UDP echo: exactly the bytes that were sent must come back within the time-out. Every payload carries its own
 * nonce, so order, repeats, late answers and other people's packets can't be mistaken for an answer.
 */
export function createUdpMethod(address: string, port: number): ProbeMethod {
  return {
    name: `udp echo ${address} port ${port}`,
    async run(run: ProbeRun) {
      const echo = new EchoSocket(address, port);
      try {
        await pace(echo.send, run);
      } finally {
        echo.close();
      }
    },
  };
}

class EchoSocket {
  readonly #socket: Socket;
  /** Probes that wait for their answer, by the exact bytes of it. */
  readonly #waiting = new Map<string, () => void>();
  readonly #address: string;
  readonly #port: number;
  #sent = 0;

  // Not a connected socket: that would keep the sender address of a network which was left long ago.
  constructor(address: string, port: number) {
    this.#address = address;
    this.#port = port;
    this.#socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    this.#socket.on('message', (message) => this.#waiting.get(message.toString('hex'))?.());
    // Network down or no route: silence, which the probe's own time-out counts.
    this.#socket.on('error', () => undefined);
  }

  readonly send: SendProbe = (tell) => {
    const payload = randomBytes(PAYLOAD_BYTES);
    payload.writeUInt32BE(this.#sent++ >>> 0, 0);
    const key = payload.toString('hex');
    const started = performance.now();
    this.#waiting.set(key, () => {
      this.#waiting.delete(key);
      tell(performance.now() - started);
    });
    this.#socket.send(payload, this.#port, this.#address, () => undefined);
    return () => void this.#waiting.delete(key);
  };

  close(): void {
    this.#socket.close();
  }
}
