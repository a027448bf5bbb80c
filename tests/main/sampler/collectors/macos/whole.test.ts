import { describe, expect, it } from 'vitest';
import { createCollectors } from '../../../../../src/main/sampler/collectors/index.js';
import { macosPart } from '../../../../../src/main/sampler/collectors/macos/index.js';
import { COMMAND_TIMEOUT_MS } from '../../../../../src/main/sampler/command.js';
import { createRunner } from '../../../../../src/main/sampler/runner.js';
import { METRIC_IDS, METRICS, TIER_PERIOD_MS } from '../../../../../src/shared/metrics/dictionary.js';
import { FakeClock } from '../../fake-clock.js';
import { Tree } from '../fixture.js';
import { fixture, macWith, NO_ANSWERS } from './stand-in.js';

const SILICON = {
  'pmset -g batt': fixture('apple-silicon/pmset-batt-discharging.txt'),
  'pmset -g assertions': fixture('apple-silicon/assertions-call.txt'),
  'ioreg -r -w0 -d 1 -c AppleSmartBattery': fixture('apple-silicon/ioreg-battery-discharging.txt'),
  'ioreg -r -w0 -d 1 -k FrontCameraActive': fixture('apple-silicon/front-camera-idle.txt'),
  'ioreg -c IOBlockStorageDevice': fixture('apple-silicon/ioreg-disks-with-image.txt'),
  'ioreg -p IOUSB': '+-o Root  <class IORegistryEntry, id 0x100000100, retain 20>\n',
  'system_profiler SPNVMe': fixture('apple-silicon/nvme.json'),
  'system_profiler SPCamera': fixture('apple-silicon/devices.json'),
  'system_profiler SPAirPort': fixture('apple-silicon/airport.json'),
  'route -n get': fixture('apple-silicon/route.txt'),
  'ifconfig -a': fixture('apple-silicon/ifconfig.txt'),
  'netstat -bni': fixture('apple-silicon/netstat.txt'),
  vm_stat: fixture('apple-silicon/vm_stat.txt'),
  'sysctl -n vm.swapusage': fixture('apple-silicon/swapusage.txt'),
  osascript: '75\n',
  'softwareupdate -l': fixture('apple-silicon/softwareupdate.txt'),
  'defaults read': '2023-11-10 08:14:25 +0000\n',
  'spctl --status': 'assessments enabled\n',
  'log show': fixture('intel/log-show-causes.txt'),
  'ps -o comm=': 'avconferenced\n',
};

/** Collectors that look at this machine by other means than programs of macOS. */
const OTHER_MEANS = [
  'self',
  'network-quality',
  'unsupported',
  'si.cpu-load',
  'macos.disk-free',
  'macos.shutdown',
];

function mac(answers: Parameters<typeof macWith>[0]) {
  const { root } = new Tree().folder('Library/Logs/DiagnosticReports');
  const { run, calls } = macWith(answers);
  const collectors = createCollectors({
    platform: 'darwin',
    root,
    home: root,
    run,
    probeTarget: () => null,
  }).filter(({ id }) => id !== 'network-quality');
  return { collectors, calls };
}

it('reports every metric, and runs no program twice in one go', async () => {
  const { collectors, calls } = mac(SILICON);
  const runner = createRunner({ collectors });
  const readings = await runner.runOnce();
  runner.stop();
  const expected = METRIC_IDS.filter(
    (metric) => !['network.loss', 'network.latency', 'network.jitter'].includes(metric),
  );
  expect([...new Set(readings.map(({ metric }) => metric))].sort()).toEqual([...expected].sort());
  const lines = calls.map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
  for (const { metric, value } of readings) {
    const { min = -Infinity, max = Infinity } = METRICS[metric] as { min?: number; max?: number };
    if (value !== null) expect(value >= min && value <= max).toBe(true);
  }
});

it('a collector outlasts each program that it waits for, and is no faster than the tier of its metrics', async () => {
  const { collectors, calls } = mac(SILICON);
  for (const collector of collectors.filter(({ id }) => id.startsWith('macos.'))) {
    calls.length = 0;
    await collector.read({
      signal: new AbortController().signal,
      at: 1_700_000_000_000,
      monotonic: 0,
      raw: () => undefined,
    });
    for (const { options } of calls)
      expect(options?.timeoutMs ?? COMMAND_TIMEOUT_MS).toBeLessThan(collector.timeoutMs);
    // Starting a program every two seconds would cost more than all that this program does.
    if (calls.length > 0) expect(TIER_PERIOD_MS[collector.tier]).toBeGreaterThanOrEqual(10_000);
  }
});

describe('a Mac on which no program answers', () => {
  it.each(NO_ANSWERS)('(%s) makes no value out of thin air', async (_reason, result) => {
    const everything = Object.fromEntries(
      [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, result]),
    );
    const { collectors } = mac(everything);
    const runner = createRunner({
      collectors: collectors.filter(({ id }) => ![...OTHER_MEANS, 'macos.reports'].includes(id)),
    });
    const readings = await runner.runOnce();
    runner.stop();
    expect(readings.filter(({ value }) => value !== null)).toEqual([]);
  });
});

it('programs that never return are given up with their collectors, and told apart from failed ones', async () => {
  const given: boolean[] = [];
  const clock = new FakeClock();
  const collectors = macosPart({
    load: () => Promise.reject(new Error('not asked')),
    run: (_file, _args, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          given.push(true);
          resolve({ kind: 'timed-out' });
        });
      }),
    root: new Tree().root,
    home: '/nowhere',
  }).own.filter(({ id }) => !OTHER_MEANS.includes(id) && id !== 'macos.reports');
  const runner = createRunner({ collectors, clock });
  const once = runner.runOnce();
  await clock.advance(100_000);
  const readings = await once;
  runner.stop();
  const missing = readings
    .filter(({ metric }) => metric !== 'antivirus.definitionAge')
    .map((each) => each.missing);
  expect(new Set(missing)).toEqual(new Set(['timed-out']));
  // The network and Wi-Fi collectors wait for the same route.
  expect(given.length).toBeGreaterThanOrEqual(collectors.length - 1);
});
