import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listNames, readText } from './files.js';

const FOLDER = 'sys/bus/usb/devices';

/** A function of a USB device, `1-4:1.0`. */
export interface UsbInterface {
  /** Class, subclass and protocol as the bus has them, `0e0100`. */
  readonly code: string;
  readonly hasDriver: boolean;
}

/** A device on USB. */
export interface UsbDevice {
  /** `usb:vendor:product:serial`, or its socket where it has no serial number: as cameras and microphones are called. */
  readonly id: string;
  readonly vendor: string;
  readonly product: string;
  readonly name: string;
  readonly interfaces: readonly UsbInterface[];
  /** The kernel gave up waking it or putting it to sleep. */
  readonly isBroken: boolean;
}

/** Hubs are part of the wiring. */
const HUB = '09';

/** The devices on USB, hubs left out. A machine without USB has none. */
export function listUsbDevices(root: string): UsbDevice[] {
  const names = listNames(root, FOLDER) ?? [];
  return names
    .filter((name) => /^\d+-[\d.]+$/.test(name) && readText(root, FOLDER, name, 'bDeviceClass') !== HUB)
    .map((name): UsbDevice => {
      const text = (file: string): string => readText(root, FOLDER, name, file) ?? '';
      const vendor = text('idVendor');
      const product = text('idProduct');
      return {
        id: `usb:${vendor}:${product}:${text('serial') || `port ${name}`}`,
        vendor,
        product,
        name: text('product') || `${vendor}:${product}`,
        interfaces: names
          .filter((each) => each.startsWith(`${name}:`))
          .map((each) => readInterface(root, each)),
        isBroken: text('power/runtime_status') === 'error',
      };
    });
}

function readInterface(root: string, name: string): UsbInterface {
  const part = (file: string): string => readText(root, FOLDER, name, file) ?? '';
  return {
    code: part('bInterfaceClass') + part('bInterfaceSubClass') + part('bInterfaceProtocol'),
    hasDriver: existsSync(join(root, FOLDER, name, 'driver')),
  };
}
