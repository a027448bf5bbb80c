import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import si from 'systeminformation';
import type { Collector } from '../../src/main/sampler/collector.js';
import { createBattery } from '../../src/main/sampler/collectors/linux/battery.js';
import { createCpuLoad } from '../../src/main/sampler/collectors/linux/cpu-load.js';
import { createCpuTemperature } from '../../src/main/sampler/collectors/linux/cpu-temperature.js';
import { createDisks } from '../../src/main/sampler/collectors/linux/disks.js';
import { createMemory } from '../../src/main/sampler/collectors/linux/memory.js';
import { createPowerAc } from '../../src/main/sampler/collectors/linux/power-ac.js';

// Reads with our collectors and with the package `systeminformation` at once, and prints both as one line of JSON.
// The folder that is named stands for `/` where we are concerned; its proc/ files are mounted over those that the
// package reads, so that both see the same counters before and after.

const [, , folder = ''] = process.argv;
/** The package answers from memory when it is asked again sooner, ms. */
const PACKAGE_MS = 700;
const STEP_MS = 2_000;

/** user, nice, system, idle, waiting for disks, and interrupts twice: clock ticks since the start. */
type Times = readonly number[];

function writeCounters(times: Times, disk: readonly number[]): void {
  mkdirSync(`${folder}/proc`, { recursive: true });
  mkdirSync(`${folder}/sys/block/sda/device`, { recursive: true });
  const line = `${times.join(' ')} 0 0 0`;
  // In place: a file that was moved there would not be the mounted one.
  writeFileSync(`${folder}/proc/stat`, `cpu  ${line}\ncpu0 ${line}\n`);
  writeFileSync(`${folder}/proc/diskstats`, `   8       0 sda ${disk.join(' ')}\n`);
  writeFileSync(`${folder}/sys/block/sda/stat`, `${disk.join(' ')}\n`);
  writeFileSync(`${folder}/sys/block/sda/size`, '1000\n');
}

async function told(collector: Collector, monotonic = 0): Promise<Record<string, number | undefined>> {
  const signal = new AbortController().signal;
  const samples = await collector.read({ signal, at: monotonic, monotonic, raw: () => undefined });
  return Object.fromEntries(
    samples.map(({ metric, instance, value }) => [
      instance === undefined ? metric : `${metric} ${instance}`,
      value,
    ]),
  );
}

const load = createCpuLoad(folder);
const disks = createDisks(folder);
writeCounters([1_000, 0, 500, 8_000, 0, 0, 0], [10, 0, 800, 30, 10, 0, 400, 50, 0, 500, 0]);
await told(load);
await told(disks);
await si.currentLoad();
const diskBefore = await si.fsStats();
await sleep(PACKAGE_MS);
writeCounters([1_060, 0, 540, 8_100, 0, 0, 0], [110, 0, 20_800, 330, 60, 0, 8_400, 150, 0, 1_500, 0]);
const { currentLoad } = await si.currentLoad();
const diskAfter = await si.fsStats();

const temperature = await si.cpuTemperature();
const battery = await si.battery();
const { total, available, swapused, swaptotal } = await si.mem();
const perSecond = (before: number, after: number): number => ((after - before) * 1_000) / STEP_MS;
console.log(
  JSON.stringify({
    ours: {
      ...(await told(load, STEP_MS)),
      ...(await told(disks, STEP_MS)),
      ...(await told(createCpuTemperature('/'))),
      ...(await told(createBattery('/'))),
      ...(await told(createPowerAc('/'))),
      ...(await told(createMemory('/'))),
    },
    theirs: {
      'cpu.load': currentLoad,
      'disk.read.rate': perSecond(diskBefore.rx, diskAfter.rx),
      'disk.write.rate': perSecond(diskBefore.wx, diskAfter.wx),
      'cpu.temperature': temperature.main,
      cores: temperature.cores,
      'power.battery': battery.percent,
      'power.voltage': battery.voltage,
      'power.ac': Number(battery.acConnected),
      'memory.usage': 100 * (1 - available / total),
      ...(swaptotal > 0 && { 'memory.swap': (100 * swapused) / swaptotal }),
    },
  }),
);
