import { accessSync, constants } from 'node:fs';
import type { Collector, Sample } from '../../collector.js';
import { parseInteger } from './files.js';
import { type CpuChip, findCpuChips, type TemperatureInput } from './hwmon.js';
import { KernelFiles } from './kernel-files.js';

/** Chips come and go (modules, suspend) and get new numbers: looked for again this often, ms. */
const RESCAN_MS = 60_000;

/** The same while there are none, ms. */
const RESCAN_FOR_FIRST_MS = 10_000;

const metric = 'cpu.temperature';

/**
 * `cpu.temperature` from the processor's own sensors: the package (the hottest one of several), or else the
 * hottest core; every core as an instance. Never an ACPI zone. Read on the spot: these drivers ask a register of
 * the processor and never sleep.
 */
export function createCpuTemperature(root: string): Collector {
  let chips: CpuChip[] | null = null;
  let scannedAt = Number.NEGATIVE_INFINITY;
  const files = new KernelFiles();
  return {
    id: 'linux.cpu-temperature',
    metrics: [metric],
    tier: 'fast',
    timeoutMs: 1_500,
    read(context) {
      const rescanMs = chips?.length ? RESCAN_MS : RESCAN_FOR_FIRST_MS;
      if (context.monotonic - scannedAt >= rescanMs) {
        files.close();
        chips = findCpuChips(root);
        scannedAt = context.monotonic;
      }
      if (chips === null) return [{ metric, source: 'hwmon', missing: 'unsupported' }];
      if (chips.length === 0) return [{ metric, source: 'hwmon', missing: 'not-present' }];
      const samples = readChips(chips, files);
      // A chip that stopped answering may only have been renumbered.
      if (samples.some(({ missing }) => missing !== undefined)) scannedAt = Number.NEGATIVE_INFINITY;
      return samples;
    },
    dispose: () => files.close(),
  };
}

function readChips(chips: readonly CpuChip[], files: KernelFiles): Sample[] {
  const packages: Sample[] = [];
  const cores: Sample[] = [];
  for (const [index, chip] of chips.entries()) {
    const prefix = chips.length > 1 ? `cpu${index} ` : '';
    if (chip.package) packages.push(readInput(chip, chip.package, files));
    for (const core of chip.cores)
      cores.push({ ...readInput(chip, core, files), instance: `${prefix}${core.label}` });
  }
  const leading = hottest(packages) ?? hottest(cores) ?? packages[0] ?? cores[0];
  if (leading === undefined) return [{ metric, source: 'hwmon', missing: 'not-present' }];
  const { instance: _core, ...station } = leading;
  return [station, ...cores];
}

function hottest(samples: readonly Sample[]): Sample | undefined {
  const values = samples.filter((sample) => sample.value !== undefined);
  return values.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
}

function readInput(chip: CpuChip, { input, label }: TemperatureInput, files: KernelFiles): Sample {
  const source = `hwmon:${chip.driver}/${input}${label === null ? '' : ` (${label})`}`;
  const path = `${chip.folder}/${input}_input`;
  const milli = parseInteger(files.readHead(path));
  if (milli !== null) return { metric, source, value: milli / 1_000 };
  return { metric, source, missing: isDenied(path) ? 'needs-rights' : 'failed' };
}

function isDenied(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}
