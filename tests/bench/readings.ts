import { homedir } from 'node:os';
import { createCollectors } from '../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../src/main/sampler/runner.js';

/** What reference/systeminformation.mjs reads as well: load, memory, temperature, free space, disks, network, battery. */
const SAME = [
  'cpu.load',
  'memory.usage',
  'cpu.temperature',
  'disk.free',
  'disk.read.rate',
  'network.rx.rate',
  'power.battery',
];

const all = createCollectors({ platform: process.platform, home: homedir(), probeTarget: () => null });
// All of them at the tick, whatever their own cadence is: the reference knows no other.
const collectors = all
  .filter(({ metrics }) => metrics.some((metric) => SAME.includes(metric)))
  .map((collector) => ({ ...collector, tier: 'fast' as const }));
createRunner({ collectors, tickMs: 2_000, onReadings: () => undefined }).start();
console.log('reading');
