import { createSocket, type RemoteInfo } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** What to do with the n-th packet: the packets to send back, each after a delay, ms. */
export type EchoRule = (packet: Buffer, index: number) => readonly { packet: Buffer; afterMs: number }[];

/** A UDP echo responder on loopback that answers by a rule; returns its port and how to close it. */
export async function startEcho(rule: EchoRule): Promise<{ port: number; close: () => void }> {
  const socket = createSocket('udp4');
  let index = 0;
  const send = (packet: Buffer, to: RemoteInfo): void => {
    try {
      socket.send(packet, to.port, to.address, () => undefined);
    } catch {
      // Closed meanwhile: the test is over.
    }
  };
  socket.on('message', (packet, from) => {
    for (const answer of rule(packet, index++)) {
      if (answer.afterMs === 0) send(answer.packet, from);
      else setTimeout(() => send(answer.packet, from), answer.afterMs);
    }
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: (socket.address() as AddressInfo).port, close: () => socket.close() };
}

/** Sends every packet back at once. */
export const echo: EchoRule = (packet) => [{ packet, afterMs: 0 }];
