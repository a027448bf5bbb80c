import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readText } from './files.js';

/** Who a device is: an id that survives a reboot, and its own name where the bus knows one. */
export interface DeviceIdentity {
  readonly id: string;
  readonly product: string | null;
}

/** USB interfaces and functions lie at most this far below the device that owns them. */
const LEVELS_UP = 8;

/**
 * Identity of the device that a class entry belongs to, found by walking up from its real path: the USB
 * device (`usb:vendor:product:serial`, or its socket when it has no serial number) or the PCI function
 * (`pci:address`). null: it hangs on no bus, so it is virtual or part of the board.
 */
export function identifyDevice(path: string): DeviceIdentity | null {
  let folder = path;
  for (let level = 0; level < LEVELS_UP; level += 1) {
    if (existsSync(join(folder, 'idVendor'))) return identifyUsb(folder);
    const name = basename(folder);
    if (/^[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-9a-f]$/.test(name))
      return { id: `pci:${name}`, product: null };
    folder = dirname(folder);
  }
  return null;
}

function identifyUsb(folder: string): DeviceIdentity {
  const vendor = readText(folder, 'idVendor') ?? '';
  const product = readText(folder, 'idProduct') ?? '';
  const serial = readText(folder, 'serial') || `port ${basename(folder)}`;
  return { id: `usb:${vendor}:${product}:${serial}`, product: readText(folder, 'product') };
}

/** Devices made by software (loopback cameras and sound cards) are no equipment. */
export function isVirtual(path: string): boolean {
  return /\/devices\/(virtual|platform\/snd_(aloop|dummy))([/.]|$)/.test(path);
}
