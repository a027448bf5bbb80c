import { expect, it } from 'vitest';
import { createDisks } from '../../../../../src/main/sampler/collectors/windows/disks.js';
import { createNetwork } from '../../../../../src/main/sampler/collectors/windows/network.js';
import { createPowerAc } from '../../../../../src/main/sampler/collectors/windows/power.js';
import { createRestart } from '../../../../../src/main/sampler/collectors/windows/restart.js';
import { createWifi } from '../../../../../src/main/sampler/collectors/windows/wifi.js';
import { readAt, told } from '../fixture.js';
import { fixture, partValue } from './fixture.js';
import { standInHost } from './stand-in.js';

/** A host that dies after every answer, so that each start gives the next one. */
const first = fixture('en/fast.json');
const later = fixture('en/fast-later.json');
const host = (answers: unknown) => standInHost([{ answers: answers as Record<string, unknown> }]).host;

/** Two answers in a row, by two hosts that one collector asks in turn. */
async function twice(
  create: (ask: ReturnType<typeof host>) => ReturnType<typeof createDisks>,
  then: unknown = later,
) {
  let current = host({ fast: first });
  const asker = { ask: (...args: Parameters<typeof current.ask>) => current.ask(...args) } as typeof current;
  const collector = create(asker);
  const before = await readAt(collector, 0);
  current = host({ fast: then });
  return { before, after: await readAt(collector, 2_000), collector };
}

it('disks: rates, latency over a counter that went round, busy time', async () => {
  const { before, after, collector } = await twice(createDisks);
  expect(told(before, 'disk.busy')).toBe('warming-up');
  expect(told(after, 'disk.read.rate')).toBe(51_200);
  expect(told(after, 'disk.write.rate', 'CVMP24140155120BGN')).toBe(128_000);
  // 300,000 + 500,000 ticks of 100 ns over 10 + 10 requests.
  expect(told(after, 'disk.latency')).toBe(4);
  expect(told(after, 'disk.busy')).toBeCloseTo(25, 5);
  expect(after.find(({ metric }) => metric === 'disk.busy')?.note).toBe('0 C:: INTEL SSDSC2CT120A3');
  collector.reset?.();
  expect(told(await readAt(collector, 4_000), 'disk.busy')).toBe('warming-up');
});

it('disks: an idle disk has no latency, a failed part says why, another time is no time', async () => {
  const { after } = await twice(createDisks, first);
  expect(told(after, 'disk.read.rate')).toBe('warming-up');
  const denied = await readAt(createDisks(host({ fast: fixture('zh-CN/fast.json') })));
  expect(denied.every(({ missing }) => missing === 'timed-out')).toBe(true);
});

it('network: the interface of the best default route, its gateway, rates by the clock of the answer', async () => {
  let view: ReturnType<typeof createNetwork> | undefined;
  const { after } = await twice((asked) => {
    view = createNetwork(asked);
    return view.collector;
  });
  expect(told(after, 'network.link')).toBe(1);
  expect(told(after, 'network.linkSpeed')).toBe(1_000);
  expect(told(after, 'network.rx.rate')).toBe(100_000);
  expect(told(after, 'network.tx.rate')).toBe(50_000);
  expect(await view?.findGateway(0)).toEqual({ address: '192.168.1.1', key: '192.168.1.1 12' });
});

it('network: a pulled cable takes the route along, and is a lost link all the same', async () => {
  const network = partValue(later, 'network');
  const adapters = (network.adapters as Record<string, unknown>[]).map((each) => ({ ...each, status: 2 }));
  const pulled = { ...later, network: { value: { ...network, adapters, routes: [] } } };
  const { after } = await twice((asked) => createNetwork(asked).collector, pulled);
  expect(after[0]).toMatchObject({ metric: 'network.link', value: 0, note: 'Intel(R) I219-V' });
  const removed = { ...later, network: { value: { ...network, adapters: [], routes: [] } } };
  const gone = await twice((asked) => createNetwork(asked).collector, removed);
  expect(gone.after[0]).toMatchObject({ value: 0, note: 'adapter removed' });
});

it('Wi-Fi is asked for where the route leads over it, with an IPv6 gateway and its zone', async () => {
  const dbm = { wifi: { value: { list: { id: '{a}', state: '1', error: '0', dbm: '-61' } } } };
  const both = host({ fast: fixture('zh-CN/fast.json'), wifi: dbm });
  const view = createNetwork(both);
  const wifi = createWifi(both, view.adapter);
  expect(told(await readAt(wifi), 'network.signal')).toBe('warming-up');
  expect(await view.findGateway(0)).toEqual({ address: 'fe80::1%3', key: 'fe80::1%3 3' });
  expect(told(await readAt(wifi), 'network.signal')).toBe(-61);
});

it('a host that fails fails the run; no PowerShell at all is said of every metric, with what to do', async () => {
  const dying = standInHost([{ answers: { fast: 'die', system: 'die' } }]).host;
  await expect(readAt(createPowerAc(dying))).rejects.toThrow('ended');
  const none = standInHost([], { program: '/nowhere/powershell.exe' }).host;
  expect(await readAt(createRestart(none))).toEqual([
    {
      metric: 'system.restartPending',
      source: 'powershell',
      missing: 'unsupported',
      advice: 'allow-powershell',
    },
  ]);
});
