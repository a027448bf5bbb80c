import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import { parseInteger } from './files.js';
import { type CpuChip, findCpuChips, type TemperatureInput } from './hwmon.js';

/** Chips come and go (modules, suspend) and get new numbers: looked for again this often, ms. */
const RESCAN_MS = 60_000;

const metric = 'cpu.temperature';

/**
 * `cpu.temperature` from the processor's own sensors: the package (the hottest one of several), or else the
 * hottest core; every core as an instance. Never an ACPI zone. Read on the spot: these drivers ask a register of
 * the processor and never sleep.
 */
export function createCpuTemperature(root: string): Collector {
  let chips: CpuChip[] | null = null;
  let scannedAt = Number.NEGATIVE_INFINITY;
  return {
    id: 'linux.cpu-temperature',
    metrics: [metric],
    tier: 'fast',
    timeoutMs: 1_500,
    read(context) {
      if (context.monotonic - scannedAt >= RESCAN_MS || !chips?.length) {
        chips = findCpuChips(root);
        scannedAt = context.monotonic;
      }
      if (chips === null) return [{ metric, source: 'hwmon', missing: 'unsupported' }];
      if (chips.length === 0) return [{ metric, source: 'hwmon', missing: 'not-present' }];
      const samples = readChips(chips);
      // A chip that stopped answering may only have been renumbered.
      if (samples.some(({ missing }) => missing !== undefined)) scannedAt = Number.NEGATIVE_INFINITY;
      return samples;
    },
  };
}

function readChips(chips: readonly CpuChip[]): Sample[] {
  const packages: Sample[] = [];
  const cores: Sample[] = [];
  for (const [index, chip] of chips.entries()) {
    const prefix = chips.length > 1 ? `cpu${index} ` : '';
    if (chip.package) packages.push(readInput(chip, chip.package));
    for (const core of chip.cores)
      cores.push({ ...readInput(chip, core), instance: `${prefix}${core.label}` });
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

function readInput(chip: CpuChip, { input, label }: TemperatureInput): Sample {
  const source = `hwmon:${chip.driver}/${input}${label === null ? '' : ` (${label})`}`;
  try {
    const milli = parseInteger(readFileSync(join(chip.folder, `${input}_input`), 'utf8').trim());
    return milli === null ? { metric, source, missing: 'failed' } : { metric, source, value: milli / 1_000 };
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'EACCES';
    return { metric, source, missing: denied ? 'needs-rights' : 'failed' };
  }
}
