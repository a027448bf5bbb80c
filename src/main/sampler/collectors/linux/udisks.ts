import { dataOf, parseBusAnswer } from './bus.js';

/** What a disk says of its own health through udisks2. */
export interface DriveHealth {
  /** Serial number, or the last part of its path where it has none. */
  readonly id: string;
  readonly name: string;
  /** null: it was not asked, or does not tell. */
  readonly isHealthy: boolean | null;
  /** What is wrong, for people; empty: nothing. */
  readonly trouble: string;
}

const DRIVE = 'org.freedesktop.UDisks2.Drive';
const ATA = 'org.freedesktop.UDisks2.Drive.Ata';
const NVME = 'org.freedesktop.UDisks2.NVMe.Controller';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Drives among the objects of udisks2 (GetManagedObjects). null: it is no such answer. Never throws. */
export function parseDrives(text: string): DriveHealth[] | null {
  const objects = parseBusAnswer(text);
  if (!isObject(objects)) return null;
  return Object.entries(objects).flatMap(([path, interfaces]) => {
    const health = isObject(interfaces) ? readDrive(path, interfaces) : null;
    return health === null ? [] : [health];
  });
}

function readDrive(path: string, interfaces: Readonly<Record<string, unknown>>): DriveHealth | null {
  const drive = interfaces[DRIVE];
  if (!isObject(drive)) return null;
  const text = (name: string): string => {
    const value = dataOf(drive[name]);
    return typeof value === 'string' ? value.trim() : '';
  };
  // Card readers and optical drives have no health of their own.
  if (dataOf(drive.Optical) === true || dataOf(drive.MediaAvailable) === false) return null;
  const id = text('Serial') || path.slice(path.lastIndexOf('/') + 1);
  const name = [text('Vendor'), text('Model')].filter((part) => part !== '').join(' ') || id;
  return { id, name, ...readHealth(interfaces[ATA], interfaces[NVME]) };
}

function readHealth(ata: unknown, nvme: unknown): Pick<DriveHealth, 'isHealthy' | 'trouble'> {
  const unknown = { isHealthy: null, trouble: '' };
  if (isObject(ata)) {
    // Updated 0: udisks2 has not read it since it started.
    if (dataOf(ata.SmartSupported) !== true || dataOf(ata.SmartEnabled) !== true) return unknown;
    if (!isTime(dataOf(ata.SmartUpdated))) return unknown;
    const failing = dataOf(ata.SmartFailing);
    if (typeof failing !== 'boolean') return unknown;
    return { isHealthy: !failing, trouble: failing ? 'SMART failing' : '' };
  }
  if (isObject(nvme)) {
    const warnings = dataOf(nvme.SmartCriticalWarning);
    if (!isTime(dataOf(nvme.SmartUpdated)) || !Array.isArray(warnings)) return unknown;
    const words = warnings.filter((word) => typeof word === 'string');
    return { isHealthy: words.length === 0, trouble: words.join(', ') };
  }
  return unknown;
}

const isTime = (value: unknown): boolean => typeof value === 'number' && value > 0;
