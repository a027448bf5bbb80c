import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { networkStats } from 'systeminformation';
import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../../../src/main/sampler/collectors/linux/network.js';
import { createDeviceFinder } from '../../../../../src/main/sampler/collectors/linux/network-device.js';
import {
  createNetworkMedium,
  parseSignal,
} from '../../../../../src/main/sampler/collectors/linux/network-medium.js';
import { createRouteReader } from '../../../../../src/main/sampler/collectors/linux/route.js';
import { readAt, Tree, told } from '../fixture.js';

const finder = (root: string) => createDeviceFinder(root, createRouteReader(root));
const network = (root: string) => createNetwork(root, finder(root));
const medium = (root: string) => createNetworkMedium(root, finder(root));

const route = (device: string) => ({
  'proc/net/route': `Iface\n${device}\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0`,
});

function adapter(name: string, files: Record<string, string | number>) {
  return Object.fromEntries(
    Object.entries({ 'device/vendor': '0x8086', ...files }).map(([file, text]) => [
      `sys/class/net/${name}/${file}`,
      text,
    ]),
  );
}

const bytes = (received: number, sent: number) => ({
  'statistics/rx_bytes': received,
  'statistics/tx_bytes': sent,
});

const up = { operstate: 'up', carrier: 1 };

describe('network.link', () => {
  it.each([
    ['up', 1, 1],
    ['unknown', 1, 1],
    ['unknown', 0, 0],
    ['down', 0, 0],
    ['lowerlayerdown', 0, 0],
    ['dormant', 1, 0],
  ])('operstate %s with carrier %d is %d', async (operstate, carrier, value) => {
    const { root } = new Tree({ ...route('eth0'), ...adapter('eth0', { operstate, carrier }) });
    expect(told(await readAt(network(root)), 'network.link')).toBe(value);
  });

  it('a pulled cable takes the route away, and the link is lost', async () => {
    const tree = new Tree({ ...route('eth0'), ...adapter('eth0', up), ...adapter('eth1', up) });
    const collector = network(tree.root);
    expect(told(await readAt(collector, 0), 'network.link')).toBe(1);
    tree.write({ 'proc/net/route': 'Iface', 'sys/class/net/eth0/operstate': 'down' });
    expect(told(await readAt(collector, 2_000), 'network.link')).toBe(0);
    tree.remove('sys/class/net/eth0');
    expect(told(await readAt(collector, 4_000), 'network.link')).toBe(0);
  });

  it('without any route yet, an adapter with a link tells', async () => {
    const tree = new Tree({
      ...adapter('eth0', { operstate: 'down', carrier: 0 }),
      ...adapter('wlan0', up),
      'sys/class/net/lo/operstate': 'unknown',
    });
    expect(told(await readAt(network(tree.root)), 'network.link')).toBe(1);
  });

  it('says nothing on a machine without adapters', async () => {
    const { root } = new Tree({ 'sys/class/net/lo/operstate': 'unknown', 'sys/class/net/lo/carrier': 1 });
    expect(await readAt(network(root))).toEqual([]);
  });
});

describe('rates', () => {
  it('come from the second run on, and never from counters that were reset', async () => {
    const tree = new Tree({ ...route('eth0'), ...adapter('eth0', { ...up, ...bytes(1_000, 500) }) });
    const collector = network(tree.root);
    expect(told(await readAt(collector, 0), 'network.rx.rate')).toBe('warming-up');
    tree.write(adapter('eth0', bytes(5_000, 2_500)));
    const samples = await readAt(collector, 2_000);
    expect([told(samples, 'network.rx.rate'), told(samples, 'network.tx.rate')]).toEqual([2_000, 1_000]);
    tree.write(adapter('eth0', bytes(10, 3_000)));
    expect(told(await readAt(collector, 4_000), 'network.rx.rate')).toBe('warming-up');
  });

  it('start anew with another interface', async () => {
    const tree = new Tree({
      ...route('eth0'),
      ...adapter('eth0', { ...up, ...bytes(0, 0) }),
      ...adapter('wlan0', { ...up, ...bytes(9e9, 9e9) }),
    });
    const collector = network(tree.root);
    await readAt(collector, 0);
    tree.write(route('wlan0'));
    expect(told(await readAt(collector, 2_000), 'network.rx.rate')).toBe('warming-up');
    expect(told(await readAt(collector, 4_000), 'network.rx.rate')).toBe(0);
  });

  it('reset forgets the baseline', async () => {
    const tree = new Tree({ ...route('eth0'), ...adapter('eth0', { ...up, ...bytes(0, 0) }) });
    const collector = network(tree.root);
    await readAt(collector, 0);
    collector.reset?.();
    expect(told(await readAt(collector, 2_000), 'network.rx.rate')).toBe('warming-up');
  });
});

describe('speed and signal', () => {
  it('a wire has a speed and no signal', async () => {
    const { root } = new Tree({ ...route('eth0'), ...adapter('eth0', { ...up, speed: 1_000 }) });
    expect(await readAt(medium(root))).toMatchObject([
      { metric: 'network.linkSpeed', value: 1_000 },
      { metric: 'network.signal', missing: 'not-present', note: 'wired' },
    ]);
  });

  it('a speed of -1 is none', async () => {
    const { root } = new Tree({ ...route('eth0'), ...adapter('eth0', { ...up, speed: -1 }) });
    expect(told(await readAt(medium(root)), 'network.linkSpeed')).toBe('not-present');
  });

  it('a radio has a signal where the kernel lists it', async () => {
    const tree = new Tree({ ...route('wlan0'), ...adapter('wlan0', up) }).folder(
      'sys/class/net/wlan0/wireless',
    );
    expect(told(await readAt(medium(tree.root)), 'network.signal')).toBe('unsupported');
    tree.write({ 'proc/net/wireless': 'Inter-| sta-|\n wlan0: 0000   54.  -56.  -256        0      0' });
    const samples = await readAt(medium(tree.root));
    expect(told(samples, 'network.signal')).toBe(-56);
    expect(told(samples, 'network.linkSpeed')).toBe('unsupported');
  });

  it.each([
    ['wlan0: 0000 54. 198. 0. 0', -58],
    ['wlan0: 0000 54. 0. 0. 0', null],
    ['wlan0: 0000 54. 60. 0. 0', null],
    ['wlan1: 0000 54. -50. 0. 0', null],
  ])('reads %j as %s', (line, level) => expect(parseSignal(line, 'wlan0')).toBe(level));

  it('garbage never becomes a signal out of range', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const level = parseSignal(`wlan0: ${text}`, 'wlan0');
        if (level !== null) expect(level).toBeLessThan(0);
      }),
    );
  });
});

describe.runIf(process.platform === 'linux')('beside the library', () => {
  /** It answers from memory when it is asked again sooner, ms. */
  const AGAIN_MS = 600;
  /** Datagrams, and bytes in each. */
  const [SENT, SIZE] = [100, 10_000];

  async function sendToMyself(): Promise<void> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    for (let n = 0; n < SENT; n += 1)
      await new Promise((done) => socket.send(Buffer.alloc(SIZE), port, '127.0.0.1', done));
    socket.close();
  }

  it('rates lie between what it counted just before and just after', async () => {
    const theirs = async () => {
      await sleep(AGAIN_MS);
      const [stats] = await networkStats('lo');
      return [stats?.rx_bytes ?? Number.NaN, stats?.tx_bytes ?? Number.NaN] as const;
    };
    const collector = createNetwork('/', () => 'lo');
    const before = await theirs();
    await readAt(collector, 0);
    const afterFirst = await theirs();
    await sendToMyself();
    const beforeSecond = await theirs();
    const samples = await readAt(collector, 2_000);
    const after = await theirs();
    for (const [index, metric] of (['network.rx.rate', 'network.tx.rate'] as const).entries()) {
      const bytes = (told(samples, metric) as number) * 2;
      const least = (beforeSecond[index] ?? 0) - (afterFirst[index] ?? 0);
      const most = (after[index] ?? 0) - (before[index] ?? 0);
      expect(least).toBeGreaterThanOrEqual(SENT * SIZE);
      expect(bytes).toBeGreaterThanOrEqual(least);
      expect(bytes).toBeLessThanOrEqual(most);
    }
  }, 20_000);

  it('the link is up where it says so', async () => {
    const [stats] = await networkStats();
    if (stats?.operstate !== 'up') return;
    const collector = createNetwork('/', () => stats.iface);
    expect(told(await readAt(collector), 'network.link')).toBe(1);
  });
});
