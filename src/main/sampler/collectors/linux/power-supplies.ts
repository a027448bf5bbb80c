import { join } from 'node:path';
import { createListing, parseInteger, readDriverText, readText } from './files.js';

/** One entry of /sys/class/power_supply that concerns the machine itself. */
export interface PowerSupply {
  readonly name: string;
  readonly kind: 'battery' | 'mains' | 'usb';
}

/** Makes a function that lists batteries and adapters, told by their `type`; those of a mouse are not ours. */
export function createPowerSupplies(root: string): (now: number) => readonly PowerSupply[] {
  const folder = join(root, 'sys/class/power_supply');
  return createListing(folder, (names) =>
    names.flatMap((name) => {
      const kind = kindOf(readText(folder, name, 'type') ?? '');
      return kind === null || readText(folder, name, 'scope') === 'Device' ? [] : [{ name, kind }];
    }),
  );
}

function kindOf(type: string): PowerSupply['kind'] | null {
  if (type === 'Battery') return 'battery';
  if (type === 'Mains') return 'mains';
  return type.startsWith('USB') || type === 'Wireless' ? 'usb' : null;
}

/** Reads attributes of a supply by name; ones that it does not have, or does not want to tell, are null. */
export async function readAttributes<Name extends string>(
  root: string,
  supply: string,
  names: readonly Name[],
): Promise<Record<Name, string | null>> {
  const values = {} as Record<Name, string | null>;
  for (const name of names) {
    values[name] = await readDriverText(root, 'sys/class/power_supply', supply, name).catch(() => null);
  }
  return values;
}

/** An attribute in millionths (µV, µA, µW, µWh, µAh) in whole units; null when it is not a number. */
export function fromMicro(text: string | null): number | null {
  const micro = parseInteger(text);
  return micro === null ? null : micro / 1e6;
}
