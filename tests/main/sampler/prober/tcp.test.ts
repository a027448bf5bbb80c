import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { createTcpMethod } from '../../../../src/main/sampler/prober/tcp.js';
import type { Outcome } from '../../../../src/main/sampler/prober/window.js';

async function probe(address: string, port: number, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { signal } = new AbortController();
  const onOutcome = (outcome: Outcome): unknown => outcomes.push(outcome);
  await createTcpMethod(address, port).run({ count, intervalMs: 10, signal, onOutcome });
  return outcomes;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('a connection is an answer, and leaves no connection behind', async () => {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outcomes = await probe('127.0.0.1', (server.address() as AddressInfo).port, 10);
  expect(outcomes).toHaveLength(10);
  expect(outcomes.every((trip) => trip !== null && trip >= 0 && trip < 900)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

it('a refusal is an answer', async () => {
  const outcomes = await probe('127.0.0.1', await freePort(), 10);
  expect(outcomes).toHaveLength(10);
  expect(outcomes).not.toContain(null);
});

it('an address that cannot be reached is a loss', async () => {
  // TEST-NET-1 (RFC 5737) on a wrong port of loopback's own broadcast: no system lets a connection out to it.
  expect(await probe('255.255.255.255', 9, 2)).toEqual([null, null]);
});
