import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatewayOf } from '../../../../../src/main/sampler/collectors/linux/gateway.js';
import {
  createRouteReader,
  parseIpv6Routes,
  parseRoutes,
} from '../../../../../src/main/sampler/collectors/linux/route.js';
import { Tree } from '../fixture.js';

const head = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
const v4 = (device: string, gateway: string, metric: number, flags = '0003') =>
  `${device}\t00000000\t${gateway}\t${flags}\t0\t0\t${metric}\t00000000\t0\t0\t0`;
const zeros = '0'.repeat(32);
const v6 = (device: string, gateway: string, metric: string, flags = '00000003') =>
  `${zeros} 00 ${zeros} 00 ${gateway} ${metric} 00000001 00000000 ${flags} ${device}`;

describe('the default route', () => {
  it('is the one with the lowest metric', () => {
    const text = [head, v4('wlan0', '0101A8C0', 600), v4('eth0', 'FE01A8C0', 100)].join('\n');
    expect(parseRoutes(text)).toEqual({ device: 'eth0', gateway: '192.168.1.254' });
  });

  it('may have no gateway, as a tunnel', () => {
    expect(parseRoutes(v4('tun0', '00000000', 0, '0001'))).toEqual({ device: 'tun0', gateway: null });
  });

  it('does not come from other routes, rejected ones or ones that are down', () => {
    const subnet = 'eth0\t0000A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0';
    expect(
      parseRoutes(
        [head, subnet, v4('eth0', '0101A8C0', 1, '0203'), v4('x', '0101A8C0', 1, '0002')].join('\n'),
      ),
    ).toBeNull();
  });

  it('is taken from IPv6 where there is no other, with the zone of a link-local gateway', () => {
    const gateway = 'fe80000000000000020000fffe000001';
    const tree = new Tree({
      'proc/net/route': head,
      'proc/net/ipv6_route': [v6('lo', zeros, 'ffffffff', '00200200'), v6('eth0', gateway, '00000400')].join(
        '\n',
      ),
    });
    expect(createRouteReader(tree.root)(0)).toEqual({
      device: 'eth0',
      gateway: 'fe80:0:0:0:200:ff:fe00:1%eth0',
    });
    expect(gatewayOf(createRouteReader(tree.root)(0))?.address).toBe('fe80:0:0:0:200:ff:fe00:1%eth0');
  });

  it('is none without a route table', () => {
    expect(gatewayOf(createRouteReader(new Tree().root)(0))).toBeNull();
  });

  it('is read once for all who ask in one tick', () => {
    const tree = new Tree({ 'proc/net/route': v4('eth0', '0101A8C0', 0) });
    const routeAt = createRouteReader(tree.root);
    expect(routeAt(0)?.device).toBe('eth0');
    tree.write({ 'proc/net/route': v4('wlan0', '0101A8C0', 0) });
    expect(routeAt(499)?.device).toBe('eth0');
    expect(routeAt(500)?.device).toBe('wlan0');
  });

  it('garbage never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void [parseRoutes(text), parseIpv6Routes(text)]));
  });
});
