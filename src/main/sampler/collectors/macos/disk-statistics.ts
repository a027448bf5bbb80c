import { parseIoreg, type RegistryObject, registryDictionary, registryInteger } from './ioreg.js';

/** One physical disk with its counters since it was attached. null: the driver does not publish that one. */
export interface DiskStatistics {
  /** Serial number, stable; two disks alike or none: the name of this boot. */
  readonly instance: string;
  /** For people: name of this boot and model. */
  readonly note: string;
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly requests: number;
  /** Time of all finished requests together, ns. */
  readonly requestNs: number | null;
  readonly errors: number | null;
}

/** Disk images and discs are served by the same kind of driver, but are no disks of this machine. */
const NOT_A_DISK = /^IO(CD|DVD|BD)/;

/** Reads `ioreg -c IOBlockStorageDevice -r -l -d 3`: device, its driver with the counters, and the medium's name. */
export function parseDiskStatistics(text: string): DiskStatistics[] {
  const objects = parseIoreg(text);
  const disks = objects.flatMap((driver) => {
    if (!driver.className.endsWith('BlockStorageDriver') || NOT_A_DISK.test(driver.className)) return [];
    const disk = readDisk(
      driver,
      objects.find(({ parent }) => parent === driver),
    );
    return disk === null ? [] : [disk];
  });
  const alike = (disk: (typeof disks)[number]): number =>
    disks.filter(({ serial }) => serial === disk.serial).length;
  const seen = new Set<string>();
  return disks.flatMap((disk) => {
    const { serial, bsdName, ...rest } = disk;
    const instance = serial === '' || alike(disk) > 1 ? bsdName : serial;
    if (seen.has(bsdName)) return [];
    seen.add(bsdName);
    return [{ ...rest, instance }];
  });
}

type RawDisk = Omit<DiskStatistics, 'instance'> & { readonly serial: string; readonly bsdName: string };

function readDisk(driver: RegistryObject, medium: RegistryObject | undefined): RawDisk | null {
  const bsdName = /^"(disk\d+)"$/.exec(medium?.properties.get('BSD Name') ?? '')?.[1];
  const protocol = registryDictionary(driver.parent?.properties.get('Protocol Characteristics'));
  const isImage =
    protocol.get('Physical Interconnect') === 'Virtual Interface' || /disk image/i.test(medium?.name ?? '');
  if (bsdName === undefined || isImage) return null;
  const counters = registryDictionary(driver.properties.get('Statistics'));
  const counter = (name: string): number | null => natural(counters.get(name));
  const both = (name: string): number | null => {
    const values = [counter(`${name} (Read)`), counter(`${name} (Write)`)].filter((value) => value !== null);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
  };
  const readBytes = counter('Bytes (Read)');
  const writtenBytes = counter('Bytes (Write)');
  const requests = both('Operations');
  if (readBytes === null || writtenBytes === null || requests === null) return null;
  const device = registryDictionary(driver.parent?.properties.get('Device Characteristics'));
  const model = device.get('Product Name')?.trim() || (medium?.name ?? '').replace(/ Media$/, '');
  return {
    serial: (device.get('Serial Number') ?? '').trim().replace(/^[0-]+$/, ''),
    bsdName,
    note: model === '' ? bsdName : `${bsdName}: ${model}`,
    readBytes,
    writtenBytes,
    requests,
    requestNs: both('Total Time'),
    errors: both('Errors'),
  };
}

function natural(text: string | undefined): number | null {
  const value = registryInteger(text);
  return value !== null && value >= 0 ? value : null;
}
