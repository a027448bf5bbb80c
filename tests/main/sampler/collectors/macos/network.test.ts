import { describe, expect, it } from 'vitest';
import { createGatewayFinder } from '../../../../../src/main/sampler/collectors/macos/gateway.js';
import {
  parseInterfaces,
  parseTraffic,
} from '../../../../../src/main/sampler/collectors/macos/interfaces.js';
import { createNetwork } from '../../../../../src/main/sampler/collectors/macos/network.js';
import { createRouteReader, parseRoute } from '../../../../../src/main/sampler/collectors/macos/route.js';
import { createWifi } from '../../../../../src/main/sampler/collectors/macos/wifi.js';
import type { CommandResult } from '../../../../../src/main/sampler/command.js';
import { readAt, told } from '../fixture.js';
import { died, fixture, macWith, NO_ANSWERS } from './stand-in.js';

const METRICS = ['network.link', 'network.linkSpeed', 'network.rx.rate', 'network.tx.rate'] as const;
const NO_ROUTE = died('route: writing to routing socket: not in table\n');

const mac = (change: Record<string, string | CommandResult> = {}) => {
  const answers: Record<string, string | CommandResult> = {
    'route -n get': fixture('apple-silicon/route.txt'),
    'ifconfig -a': fixture('apple-silicon/ifconfig.txt'),
    'netstat -bni': fixture('apple-silicon/netstat.txt'),
    'system_profiler SPAirPort': fixture('apple-silicon/airport.json'),
    ...change,
  };
  const { run, calls } = macWith(answers);
  const routeAt = createRouteReader(run);
  return { answers, calls, routeAt, network: createNetwork(run, routeAt), wifi: createWifi(run, routeAt) };
};

describe('what the programs print', () => {
  it('link and speed', () => {
    const known = [
      ...parseInterfaces(fixture('apple-silicon/ifconfig.txt')),
      ...parseInterfaces(fixture('intel/ifconfig.txt')),
    ];
    expect(known.map(({ name, linked, speed }) => [name, linked, speed])).toEqual([
      ['lo0', true, null],
      ['en0', true, null],
      ['en6', true, 10_000],
      ['utun6', true, null],
      ['lo0', true, null],
      ['gif0', false, null],
      ['stf0', false, null],
      ['en5', true, 100],
      ['en3', false, null],
    ]);
  });

  it.each([
    ['autoselect (2500Base-T <full-duplex>)', 2_500],
    ['autoselect (2.5GbaseT <full-duplex>)', 2_500],
    ['1000baseT <full-duplex> (100baseTX <half-duplex>)', 100],
    ['autoselect (none)', null],
  ])('a medium of %s', (medium, speed) => {
    const text = `en9: flags=8863<UP,RUNNING> mtu 1500\n\tmedia: ${medium}\n\tstatus: active\n`;
    expect(parseInterfaces(text)[0]?.speed).toBe(speed);
  });

  it('bytes, with and without an address', () => {
    const text = fixture('apple-silicon/netstat.txt');
    expect(parseTraffic(text, 'en0')).toEqual({ received: 25_850_300_535, sent: 3_852_569_809 });
    expect(parseTraffic(text, 'utun6')).toEqual({ received: 8_524_156_520, sent: 2_180_756_050 });
    expect(parseTraffic(text, 'en1')).toBeNull();
    expect(parseTraffic(text.replaceAll('en0 ', 'en0*'), 'en0')).not.toBeNull();
  });

  it('a route through a tunnel has no gateway', () => {
    expect(parseRoute(fixture('apple-silicon/route.txt'))).toEqual({ device: 'en0', gateway: '10.62.96.1' });
    expect(parseRoute(fixture('apple-silicon/route-tunnel.txt'))).toEqual({ device: 'utun6', gateway: null });
    expect(parseRoute('    gateway: link#5\n  interface: en0\n')).toEqual({ device: 'en0', gateway: null });
  });
});

describe('link and rates', () => {
  it('are of the default-route interface', async () => {
    const { network, answers } = mac();
    await readAt(network, 0);
    answers['netstat -bni'] = fixture('apple-silicon/netstat.txt').replaceAll('25850300535', '25850400535');
    const samples = await readAt(network, 10_000);
    expect(METRICS.map((metric) => told(samples, metric))).toEqual([1, 'unsupported', 10_000, 0]);
  });

  it('a pulled cable is a lost link, without a route and without the adapter', async () => {
    const { network, answers } = mac();
    await readAt(network, 0);
    answers['route -n get'] = NO_ROUTE;
    answers['ifconfig -a'] = fixture('apple-silicon/ifconfig.txt').replace(
      'status: active',
      'status: inactive',
    );
    expect(told(await readAt(network, 10_000), 'network.link')).toBe(0);
    answers['ifconfig -a'] = fixture('intel/ifconfig.txt');
    const gone = await readAt(network, 20_000);
    expect(gone[0]).toMatchObject({ value: 0, note: 'adapter removed' });
  });

  it('before there ever was a route: an adapter with a link', async () => {
    const { network } = mac({ 'route -n get': NO_ROUTE, 'ifconfig -a': fixture('intel/ifconfig.txt') });
    const samples = await readAt(network, 0);
    expect([samples[0]?.source, told(samples, 'network.linkSpeed')]).toEqual(['ifconfig en5', 100]);
  });

  it('a route by IPv6 alone is one', async () => {
    const { network, calls } = mac({
      'route -n get -inet default': NO_ROUTE,
      'route -n get -inet6 default': '  gateway: fe80::1%en6\n  interface: en6\n',
    });
    expect(told(await readAt(network, 0), 'network.linkSpeed')).toBe(10_000);
    expect(calls.filter(({ line }) => line.startsWith('route'))).toHaveLength(2);
  });

  it.each(NO_ANSWERS)('are %s when the programs say nothing useful', async (reason, result) => {
    for (const program of ['route -n get', 'ifconfig -a']) {
      const samples = await readAt(mac({ [program]: result }).network);
      expect(samples.map(({ missing }) => missing)).toEqual([reason, reason, reason, reason]);
    }
    const samples = await readAt(mac({ 'netstat -bni': result }).network);
    expect([told(samples, 'network.link'), told(samples, 'network.rx.rate')]).toEqual([1, reason]);
  });
});

describe('signal', () => {
  it('is read of the Wi-Fi adapter that carries the route', async () => {
    expect(told(await readAt(mac().wifi), 'network.signal')).toBe(-52);
  });

  it('a wire has none, and the dear report is not asked for again', async () => {
    const { wifi, calls } = mac({ 'route -n get': '  interface: en6\n' });
    for (const at of [0, 60_000])
      expect((await readAt(wifi, at))[0]).toMatchObject({ missing: 'not-present', note: 'wired' });
    expect(calls.filter(({ line }) => line.startsWith('system_profiler'))).toHaveLength(1);
  });

  it('neither has a tunnel, nor a Mac without a route', async () => {
    const tunnel = await readAt(mac({ 'route -n get': fixture('apple-silicon/route-tunnel.txt') }).wifi);
    expect(tunnel[0]).toMatchObject({ missing: 'not-present', note: 'tunnel' });
    expect(await readAt(mac({ 'route -n get': NO_ROUTE }).wifi)).toEqual([]);
  });

  it.each(['', '0 dBm / 0 dBm', '-200 dBm', '52 dBm', 'strong'])('"%s" is none', async (words) => {
    const report = fixture('apple-silicon/airport.json').replace('-52 dBm / -90 dBm', words);
    expect(told(await readAt(mac({ 'system_profiler SPAirPort': report }).wifi), 'network.signal')).toBe(
      'unsupported',
    );
  });

  it.each(NO_ANSWERS)('is %s when the report is none', async (reason, result) => {
    expect(told(await readAt(mac({ 'system_profiler SPAirPort': result }).wifi), 'network.signal')).toBe(
      reason,
    );
    expect(told(await readAt(mac({ 'route -n get': result }).wifi), 'network.signal')).toBe(reason);
  });
});

describe('gateway', () => {
  it('is the route that the others have asked for', async () => {
    const { network, routeAt, calls, answers } = mac();
    const find = createGatewayFinder(routeAt);
    await readAt(network, 0);
    expect(await find(12_000)).toEqual({ address: '10.62.96.1', key: '10.62.96.1 en0' });
    expect(calls.filter(({ line }) => line.startsWith('route'))).toHaveLength(1);
    answers['route -n get'] = fixture('apple-silicon/route-tunnel.txt');
    expect(await find(20_000)).toBeNull();
    answers['route -n get'] = NO_ROUTE;
    expect(await find(40_000)).toBeNull();
    answers['route -n get'] = { kind: 'timed-out' };
    await expect(find(60_000)).rejects.toThrow('timed-out');
  });
});
