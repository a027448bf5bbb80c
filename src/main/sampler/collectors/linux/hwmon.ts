import { listNames, readText, realPath } from './files.js';

/** A temperature input of a CPU sensor chip. */
export interface TemperatureInput {
  /** File name without ending, `temp1`. */
  readonly input: string;
  readonly label: string | null;
}

/** A CPU sensor chip as found below /sys/class/hwmon. */
export interface CpuChip {
  readonly driver: string;
  /**
   * Folder of the device itself, not its /sys/class/hwmon link: when the chips are numbered anew this path
   * vanishes, while the link would silently lead to another chip.
   */
  readonly folder: string;
  /** Package temperature; null: the chip only knows cores. */
  readonly package: TemperatureInput | null;
  readonly cores: readonly TemperatureInput[];
}

/**
 * Drivers whose readings are the processor's own, with the label of the package and the input that holds it
 * on chips without labels (coretemp and k10temp sources: temp1 is always the package or Tctl).
 * Board chips and ACPI zones are not here: their "CPU" is a guess.
 */
const CPU_DRIVERS: Readonly<Record<string, { readonly label: RegExp; readonly input: string }>> = {
  coretemp: { label: /^(Package|Physical) id \d+$/, input: 'temp1' },
  k10temp: { label: /^Tctl$/, input: 'temp1' },
  zenpower: { label: /^Tctl$/, input: 'temp1' },
  cpu_thermal: { label: /^$/, input: 'temp1' },
  via_cputemp: { label: /^$/, input: 'temp1' },
};

/** Finds the CPU sensor chips, best driver first. null: this kernel has no sensor support at all. */
export function findCpuChips(root: string): CpuChip[] | null {
  const names = listNames(root, 'sys/class/hwmon');
  return (
    names?.map((name) => readChip(realPath(root, 'sys/class/hwmon', name))).filter((chip) => chip !== null) ??
    null
  );
}

function readChip(folder: string | null): CpuChip | null {
  if (folder === null) return null;
  const driver = readText(folder, 'name') ?? '';
  const known = Object.hasOwn(CPU_DRIVERS, driver) ? CPU_DRIVERS[driver] : undefined;
  if (known === undefined) return null;
  const inputs = (listNames(folder) ?? [])
    .map((file) => /^(temp\d+)_input$/.exec(file)?.[1])
    .filter((input) => input !== undefined)
    .map((input) => ({ input, label: readText(folder, `${input}_label`) }));
  return {
    driver,
    folder,
    package:
      inputs.find(({ label }) => label !== null && known.label.test(label)) ??
      inputs.find(({ input, label }) => label === null && input === known.input) ??
      null,
    cores: inputs.filter(({ label }) => label !== null && /^Core \d+$/.test(label)),
  };
}
