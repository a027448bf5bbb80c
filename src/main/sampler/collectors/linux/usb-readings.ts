import { isPhone } from '../../../../shared/devices/phone.js';
import type { Collector, Sample } from '../../collector.js';
import { presenceSamples } from '../presence.js';
import { findCameras } from './cameras.js';
import { listUsbDevices, type UsbDevice } from './usb.js';

const metric = 'camera.error';
const source = '/sys/bus/usb/devices';

/** Class of the functions of a camera (USB Device Class Definition for Video Devices). */
const VIDEO = '0e';

/**
 * `camera.error`: cameras on USB that no driver serves, or that the kernel gave up; an instance each, the worst leads.
 * Cameras of the board that work are no error; one whose driver failed is not listed by anybody. `phone.present`: phones on
 * USB; a kernel without USB has none, which is a reading as well. What is on USB is kept as raw output.
 */
export function createUsbReadings(root: string): Collector {
  return {
    id: 'linux.usb',
    metrics: [metric, 'phone.present'],
    tier: 'slow',
    timeoutMs: 2_000,
    read({ raw }) {
      const devices = listUsbDevices(root);
      raw(devices.map(describe).join('\n'));
      const isAnyCamera = findCameras(root).length > 0;
      return [
        ...cameraErrors(devices, isAnyCamera),
        ...presenceSamples('phone.present', source, devices.filter(isPhoneOnUsb)),
      ];
    },
  };
}

function cameraErrors(devices: readonly UsbDevice[], isAnyCamera: boolean): Sample[] {
  const each = devices
    .filter(({ interfaces }) => interfaces.some(({ code }) => code.startsWith(VIDEO)))
    .map(errorSample);
  if (each.length === 0 && !isAnyCamera) return [];
  const broken = each.filter(({ value }) => value === 1);
  const notes = broken.map(({ note }) => note).join(', ');
  const leading: Sample = { metric, source, value: broken.length > 0 ? 1 : 0 };
  return [notes === '' ? leading : { ...leading, note: notes }, ...each];
}

function errorSample({ id, name, interfaces, isBroken }: UsbDevice): Sample {
  const head = { metric, source, instance: id } as const;
  if (isBroken) return { ...head, value: 1, note: `${name}: power error` };
  const orphan = interfaces.some(({ code, hasDriver }) => code.startsWith(VIDEO) && !hasDriver);
  return orphan ? { ...head, value: 1, note: `${name}: no driver` } : { ...head, value: 0, note: name };
}

const isPhoneOnUsb = ({ vendor, product, interfaces }: UsbDevice): boolean =>
  isPhone({ vendor, product, functions: interfaces.map(({ code }) => code) });

function describe(device: UsbDevice): string {
  const { id, name, interfaces } = device;
  const kind = isPhoneOnUsb(device) ? ' (phone)' : '';
  return `${id} ${name}${kind}: ${interfaces.map(({ code }) => code).join(' ')}`;
}
