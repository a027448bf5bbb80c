import { afterEach, expect, it } from 'vitest';
import type { Collector } from '../../../../src/main/sampler/collector.js';
import {
  createNetworkQuality,
  type Gateway,
  type NetworkQualityOptions,
} from '../../../../src/main/sampler/prober/collector.js';
import { isProven } from '../../../../src/main/sampler/prober/watch.js';
import { readAt, told } from '../collectors/fixture.js';
import { echo, startEcho } from './echo-server.js';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const each of cleanUp.splice(0)) each();
});

function quality(options: Partial<NetworkQualityOptions>): Collector {
  const collector = createNetworkQuality({
    platform: process.platform,
    probing: 'burst',
    probeTarget: () => null,
    findGateway: () => null,
    pace: { intervalMs: 50, tryCount: 3, tryIntervalMs: 5, burstIntervalMs: 3, settleMs: 0 },
    ...options,
  });
  cleanUp.push(() => collector.dispose?.());
  return collector;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('without a gateway there is nothing to measure', async () => {
  const samples = await readAt(quality({}));
  expect(samples).toHaveLength(3);
  for (const sample of samples)
    expect(sample).toMatchObject({ instance: 'gateway', missing: 'not-present', advice: 'no-gateway' });
});

it('measures a named target by UDP echo', async () => {
  const server = await startEcho((packet, index) =>
    index >= 3 && index % 10 === 9 ? [] : echo(packet, index),
  );
  cleanUp.push(server.close);
  const samples = await readAt(quality({ probeTarget: () => ({ host: '127.0.0.1', port: server.port }) }));
  expect(samples[0]).toMatchObject({
    metric: 'network.loss',
    instance: 'ingest',
    value: 10,
    evidence: 10,
    source: `udp echo 127.0.0.1 port ${server.port}`,
  });
  expect(told(samples, 'network.latency', 'ingest')).toBeLessThan(500);
  expect(told(samples, 'network.jitter', 'ingest')).toBeLessThan(500);
}, 10_000);

it('a target that has never answered is unknown, with what to do', async () => {
  const server = await startEcho(() => []);
  cleanUp.push(server.close);
  const samples = await readAt(quality({ probeTarget: () => ({ host: '127.0.0.1', port: server.port }) }));
  expect(samples[0]).toMatchObject({
    missing: 'failed',
    advice: 'target-never-answered',
  });
}, 10_000);

it('a name that cannot be looked up is unknown too', async () => {
  const samples = await readAt(quality({ probeTarget: () => ({ host: 'no-such-host.invalid' }) }));
  expect(samples[0]).toMatchObject({ missing: 'failed' });
}, 10_000);

it('follows the gateway, and remembers that it has answered', async () => {
  let gateway: Gateway | null = { address: '127.0.0.1', key: '127.0.0.1 lo' };
  const collector = quality({ findGateway: () => gateway });
  expect(told(await readAt(collector), 'network.loss', 'gateway')).toBe(0);
  gateway = null;
  expect(told(await readAt(collector), 'network.loss', 'gateway')).toBe('not-present');
  gateway = { address: '127.0.0.1', key: '127.0.0.1 lo' };
  expect(told(await readAt(collector), 'network.loss', 'gateway')).toBe(0);
}, 15_000);

it('says of the gateway itself that looking it up failed or hung', async () => {
  const failing = quality({ findGateway: () => Promise.reject(new Error('no route program')) });
  expect(told(await readAt(failing), 'network.loss', 'gateway')).toBe('failed');
  const hanging = quality({ findGateway: () => new Promise(() => undefined) });
  expect(told(await readAt(hanging), 'network.loss', 'gateway')).toBe('timed-out');
}, 10_000);

it('warms up in the background, then every run sends what is due since the last', async () => {
  const collector = quality({
    probing: 'background',
    findGateway: () => ({ address: '127.0.0.1', key: 'lo' }),
  });
  expect(told(await readAt(collector, 0), 'network.loss', 'gateway')).toBe('warming-up');
  await pause(500);
  for (let tick = 1; tick <= 6; tick += 1) {
    await readAt(collector, tick * 100);
    await pause(20);
  }
  expect(told(await readAt(collector, 700), 'network.loss', 'gateway')).toBe(0);
}, 10_000);

it('a target that answers now and then, or was asked too little, has not proven itself', () => {
  const seen = (sent: number, loss: number) => ({ sent, lost: 0, loss, latency: 1, jitter: 0 });
  expect(isProven(seen(60, 0))).toBe(true);
  expect(isProven(seen(60, 2.9))).toBe(true);
  // A router that lets one ping in four pass.
  expect(isProven(seen(60, 75))).toBe(false);
  expect(isProven(seen(5, 0))).toBe(false);
});

it('probes the gateway beside a named target, and shows it once it has answered well', async () => {
  const target = await startEcho(echo);
  cleanUp.push(target.close);
  let gateway: Gateway = { address: '127.0.0.1', key: 'lo' };
  const collector = quality({
    probeTarget: () => ({ host: '127.0.0.1', port: target.port }),
    findGateway: () => gateway,
  });
  const both = await readAt(collector);
  expect(both.map(({ instance }) => instance)).toEqual([
    ...Array(3).fill('ingest'),
    ...Array(3).fill('gateway'),
  ]);
  expect(told(both, 'network.loss', 'ingest')).toBe(0);
  expect(told(both, 'network.loss', 'gateway')).toBe(0);

  gateway = { address: 'no-such-host.invalid', key: 'other' };
  const one = await readAt(collector);
  expect(new Set(one.map(({ instance }) => instance))).toEqual(new Set(['ingest']));
}, 20_000);

it('starts one helper program in all: beside a target that may be pinged, the gateway is asked without', async () => {
  const findGateway = () => ({ address: '127.0.0.1', key: 'lo' });
  const sources = async (options: Partial<NetworkQualityOptions>) =>
    new Set((await readAt(quality({ findGateway, ...options }))).map(({ source }) => source));
  // A refusal is an answer, so port 53 of this machine will do.
  expect(await sources({ probeTarget: () => ({ host: '127.0.0.1' }) })).toContain('tcp 127.0.0.1 port 53');

  const target = await startEcho(echo);
  cleanUp.push(target.close);
  expect(await sources({ probeTarget: () => ({ host: '127.0.0.1', port: target.port }) })).toContain(
    process.getuid?.() === 0 ? 'icmp 127.0.0.1' : 'tcp 127.0.0.1 port 53',
  );
}, 20_000);
