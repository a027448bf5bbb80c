import { describe, expect, it } from 'vitest';
import {
  createSiNetwork,
  createSiNetworkMedium,
} from '../../../../../src/main/sampler/collectors/common/network.js';
import { readAt, told } from '../fixture.js';
import { standIn } from './stand-in.js';

const stats = { iface: 'en0', operstate: 'up', rx_bytes: 1_000, tx_bytes: 500, rx_sec: null, tx_sec: null };

describe('link and rates', () => {
  it('gives rates from the second run on', async () => {
    const answers = [[stats], [{ ...stats, rx_bytes: 11_000, tx_bytes: 5_500 }]];
    const collector = createSiNetwork(standIn({ networkStats: async () => answers.shift() }));
    expect(told(await readAt(collector, 0), 'network.rx.rate')).toBe('warming-up');
    const samples = await readAt(collector, 10_000);
    expect(told(samples, 'network.link')).toBe(1);
    expect(told(samples, 'network.rx.rate')).toBe(1_000);
    expect(told(samples, 'network.tx.rate')).toBe(500);
  });

  it('takes a record of zeros for no answer', async () => {
    const empty = { ...stats, operstate: 'unknown', rx_bytes: 0, tx_bytes: 0 };
    const samples = await readAt(createSiNetwork(standIn({ networkStats: [empty] })));
    expect(told(samples, 'network.link')).toBe('unsupported');
    expect(told(samples, 'network.rx.rate')).toBe('unsupported');
  });

  it('asks the interface that had the default route when there is none any more', async () => {
    const asked: (string | undefined)[] = [];
    const networkStats = async (iface?: string) => {
      asked.push(iface);
      if (asked.length === 1) return [stats];
      return iface ? [{ ...stats, operstate: 'down' }] : [{ ...stats, iface: '' }];
    };
    const collector = createSiNetwork(standIn({ networkStats }));
    await readAt(collector, 0);
    expect(told(await readAt(collector, 10_000), 'network.link')).toBe(0);
    expect(asked).toEqual([undefined, undefined, 'en0']);
  });

  it('says nothing where there has never been one', async () => {
    expect(await readAt(createSiNetwork(standIn({ networkStats: [] })))).toEqual([]);
  });
});

describe('speed and signal', () => {
  const device = { iface: 'Wi-Fi', default: true, type: 'wireless', speed: 866 };
  const read = (networkInterfaces: unknown, wifiConnections: unknown = []) =>
    readAt(createSiNetworkMedium(standIn({ networkInterfaces, wifiConnections })));

  it('reads both of a radio', async () => {
    const samples = await read([device], [{ iface: 'Wi-Fi', signalLevel: -61 }]);
    expect(told(samples, 'network.linkSpeed')).toBe(866);
    expect(told(samples, 'network.signal')).toBe(-61);
  });

  it.each([null, 0, 5, undefined, -200])('a signal of %j is none', async (signalLevel) => {
    expect(told(await read([device], [{ signalLevel }]), 'network.signal')).toBe('unsupported');
  });

  it.each([null, -1, 0, ''])('a speed of %j is none', async (speed) => {
    const samples = await read([{ ...device, speed, type: 'wired' }]);
    expect(told(samples, 'network.linkSpeed')).toBe('not-present');
    expect(samples[1]).toMatchObject({ missing: 'not-present', note: 'wired' });
  });
});
