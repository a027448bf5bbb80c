import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createCpuTemperature,
  createFans,
} from '../../../../../src/main/sampler/collectors/windows/lhm/collectors.js';
import { createLhmReader } from '../../../../../src/main/sampler/collectors/windows/lhm/reader.js';
import {
  cpuSamples,
  fanSamples,
  parseQuantity,
  parseSensors,
  railSamples,
} from '../../../../../src/main/sampler/collectors/windows/lhm/sensors.js';
import { readAt, told } from '../fixture.js';
import { fixture, fixtureText } from './fixture.js';
import { standInHost } from './stand-in.js';

const text = fixtureText('en/lhm-data.json');
const sensors = parseSensors(text) ?? [];
const open: { close(): void }[] = [];

afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server, { close: () => server.closeAllConnections() });
  return (server.address() as AddressInfo).port;
}

describe('sensors', () => {
  it('the package leads, cores are instances; distances, maxima and disks are none', () => {
    const samples = cpuSamples(sensors);
    expect(samples[0]).toMatchObject({
      value: 44,
      source: 'LibreHardwareMonitor:/intelcpu/0/temperature/22',
    });
    expect(samples.map(({ instance }) => instance)).toEqual([
      undefined,
      '/intelcpu/0/temperature/0',
      '/intelcpu/0/temperature/1',
    ]);
  });

  it('without a package the hottest core leads; without names nothing does', () => {
    const named = (name: string) => sensors.map((each) => ({ ...each, name }));
    expect(cpuSamples(sensors.filter(({ name }) => name !== 'CPU Package'))[0]).toMatchObject({ value: 43 });
    expect(cpuSamples(named('处理器'))[0]).toMatchObject({ missing: 'unsupported', advice: 'start-lhm' });
  });

  it('fans that have turned, and the rails of the board', () => {
    const fans = fanSamples(sensors);
    expect(fans.map(({ note, value }) => [note, value])).toEqual([
      ['CPU Fan', 2348],
      ['System Fan #2', 0],
    ]);
    expect(railSamples(sensors)).toMatchObject([{ metric: 'power.voltage', note: '+12V', value: 12.096 }]);
  });

  it.each([
    ['44,0 °C', 'Temperature', 44],
    ['111.2 °F', 'Temperature', 44],
    [44, 'Temperature', 44],
    ['2348 RPM', 'Fan', 2348],
    ['12,096 V', 'Voltage', 12.096],
    ['44 W', 'Temperature', null],
    ['NaN', 'Fan', null],
    ['', 'Fan', null],
    ['-', 'Voltage', null],
    ['1.234,5 RPM', 'Fan', null],
    [Number.NaN, 'Fan', null],
  ] as const)('%j of a %s is %s', (written, type, value) => {
    const parsed = parseQuantity(written, type);
    if (value === null) expect(parsed).toBeNull();
    else expect(parsed).toBeCloseTo(value, 6);
  });
});

describe('the web server', () => {
  const read = async (listener: RequestListener) => {
    const reader = createLhmReader(await serve(listener), 300);
    return (await reader.read({ monotonic: 0, raw: () => undefined })).kind;
  };

  it('answers with sensors, a password, nonsense, half an answer, or nothing', async () => {
    expect(await read((_, response) => response.end(text))).toBe('sensors');
    expect(await read((_, response) => response.writeHead(401).end())).toBe('locked');
    expect(
      await read((_, response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end()),
    ).toBe('failed');
    expect(await read((_, response) => response.end('<html>'))).toBe('failed');
    expect(await read((_, response) => response.end(text.slice(0, 500)))).toBe('failed');
    expect(await read((_, response) => void response.write('{'))).toBe('timed-out');
    expect(await read((_, response) => response.destroy())).toBe('failed');
  });

  it('several askers of a tick share an answer; where nobody listens it is asked rarely', async () => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked += 1;
      response.end(text);
    });
    const reader = createLhmReader(port);
    const fans = createFans(reader);
    await Promise.all([readAt(fans, 0), readAt(fans, 1), readAt(fans, 400)]);
    expect(asked).toBe(1);
    await readAt(fans, 600);
    expect(asked).toBe(2);
  });

  it('without it there is no temperature, but what to do, and the ACPI zone as a labelled note', async () => {
    const { host } = standInHost([{ answers: { system: fixture('en/system.json') } }]);
    const lhm = createLhmReader(1);
    const collector = createCpuTemperature(host, lhm);
    const [sample] = await readAt(collector, 0);
    expect(sample).toMatchObject({ missing: 'unsupported', advice: 'start-lhm' });
    await expect.poll(async () => (await readAt(collector, 2_000))[0]?.note).toContain('substitute');
    expect(told(await readAt(createFans(lhm), 0), 'fan.speed')).toBe('unsupported');
  });
});
