import { listNames, readText, realPath } from './files.js';

/** A fan or voltage input of a chip. */
export interface BoardInput {
  /** `fan` or `in`. */
  readonly kind: 'fan' | 'in';
  /** Folder of the device itself: it vanishes when the chips are numbered anew, so that no other chip is read for it. */
  readonly folder: string;
  /** File name without ending, `fan1`. */
  readonly input: string;
  /** What the driver calls it; null: it has no name. */
  readonly label: string | null;
  /** `nct6798:CPU Fan`, the same after a restart whatever number the chip gets. */
  readonly instance: string;
  /** Where it is read, for people. */
  readonly source: string;
}

/**
 * Chips whose fans and voltages are not the board's: graphics cards and power supplies stop their fans by design while the
 * processor is hot, and their voltage follows the load; disks, adapters and radios have neither. Batteries show theirs
 * under power_supply.
 */
const NOT_THE_BOARD =
  /^(amdgpu|radeon|nouveau|nvidia|i915|xe|nvme|drivetemp|corsairpsu|iwlwifi.*|ath\d+k.*|mt79.*)$/i;

/** Fans and voltages of the board's own chips, in a steady order. null: this kernel has no sensor support. */
export function findBoardInputs(root: string): BoardInput[] | null {
  const names = listNames(root, 'sys/class/hwmon');
  if (names === null) return null;
  const folders = names
    .map((name) => realPath(root, 'sys/class/hwmon', name))
    .filter((path) => path !== null);
  const inputs = [...new Set(folders)].sort().flatMap(readChip);
  return numberTwins(inputs);
}

function readChip(folder: string): BoardInput[] {
  const driver = readText(folder, 'name') ?? '';
  if (driver === '' || NOT_THE_BOARD.test(driver) || isSupply(folder)) return [];
  return (listNames(folder) ?? []).flatMap((file): BoardInput[] => {
    const [, input, kind] = /^((fan|in)\d{1,3})_input$/.exec(file) ?? [];
    if (input === undefined || (kind !== 'fan' && kind !== 'in')) return [];
    const label = readText(folder, `${input}_label`) || null;
    const source = `hwmon:${driver}/${input}${label === null ? '' : ` (${label})`}`;
    return [{ kind, folder, input, label, instance: `${driver}:${label ?? input}`, source }];
  });
}

/** Whether a chip is the sensor view of a battery or adapter, whatever it is called. */
function isSupply(folder: string): boolean {
  return folder.includes('/power_supply/');
}

/** Two chips of one kind, or two inputs of one name: the second gets a number. */
function numberTwins(inputs: readonly BoardInput[]): BoardInput[] {
  const seen = new Map<string, number>();
  return inputs.map((input) => {
    const key = `${input.kind} ${input.instance}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? input : { ...input, instance: `${input.instance} #${count}` };
  });
}
