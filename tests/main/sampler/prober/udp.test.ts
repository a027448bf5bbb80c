import { afterEach, describe, expect, it } from 'vitest';
import { createUdpMethod } from '../../../../src/main/sampler/prober/udp.js';
import type { Outcome } from '../../../../src/main/sampler/prober/window.js';
import { type EchoRule, echo, startEcho } from './echo-server.js';

let close = (): void => undefined;
afterEach(() => close());

async function probe(rule: EchoRule, count = 40): Promise<Outcome[]> {
  const server = await startEcho(rule);
  close = server.close;
  return probePort(server.port, count);
}

async function probePort(port: number, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { signal } = new AbortController();
  await createUdpMethod('127.0.0.1', port).run({
    count,
    intervalMs: 5,
    signal,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return outcomes;
}

const lost = (outcomes: Outcome[]): number => outcomes.filter((outcome) => outcome === null).length;

describe('UDP echo', () => {
  it('loses nothing to a faithful responder', async () => {
    const outcomes = await probe(echo);
    expect(outcomes).toHaveLength(40);
    expect(lost(outcomes)).toBe(0);
  });

  it('counts exactly what is dropped', async () => {
    expect(lost(await probe((packet, index) => (index % 10 < 3 ? [] : [{ packet, afterMs: 0 }])))).toBe(12);
  });

  it('counts everything of a responder that is silent, and of a port that is closed', async () => {
    expect(lost(await probe(() => []))).toBe(40);
    const server = await startEcho(echo);
    server.close();
    close = () => undefined;
    expect(lost(await probePort(server.port, 5))).toBe(5);
  });

  it('is not confused by reordering', async () => {
    const outcomes = await probe((packet, index) => [{ packet, afterMs: index % 2 === 0 ? 60 : 0 }]);
    expect(lost(outcomes)).toBe(0);
    expect(outcomes.filter((trip) => trip !== null && trip >= 55)).toHaveLength(20);
  });

  it('counts an answer once, however often it comes', async () => {
    const outcomes = await probe((packet) => [
      { packet, afterMs: 0 },
      { packet, afterMs: 0 },
      { packet, afterMs: 20 },
    ]);
    expect(outcomes).toHaveLength(40);
    expect(lost(outcomes)).toBe(0);
  });

  it('takes no altered bytes for an answer', async () => {
    const altered: EchoRule = (packet, index) => {
      const copy = Buffer.from(packet);
      copy[index % copy.length] = (copy[index % copy.length] ?? 0) ^ 1;
      return [{ packet: copy, afterMs: 0 }];
    };
    expect(lost(await probe(altered, 10))).toBe(10);
    expect(lost(await probe((packet) => [{ packet: packet.subarray(1), afterMs: 0 }], 5))).toBe(5);
  });

  it('counts an answer after the time-out as lost', async () => {
    expect(lost(await probe((packet) => [{ packet, afterMs: 1_150 }], 3))).toBe(3);
  });

  it('stops at once when told', async () => {
    const server = await startEcho(echo);
    close = server.close;
    const abort = new AbortController();
    const run = createUdpMethod('127.0.0.1', server.port).run({
      count: Number.POSITIVE_INFINITY,
      intervalMs: 10_000,
      signal: abort.signal,
      onOutcome: () => abort.abort(),
    });
    await run;
  });
});
