import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readInteger, readText } from './files.js';

/** Optical and floppy drives have a device like a disk, and eMMC boot areas are parts of one. */
const NOT_A_DISK = /^(sr|fd|loop|ram|zram|dm-|md|nbd)\d|boot\d+$|rpmb$/;

/** A physical disk. */
export interface Disk {
  /** The kernel's name, `sda`. */
  readonly name: string;
  /** Id that survives a reboot where the disk has one; else the kernel's name. */
  readonly instance: string;
  /** For people: name and model. */
  readonly note: string;
}

/**
 * Makes a {@link findDisks} that asks each disk once who it is: some drivers pass that question on to the device, which
 * takes longer than all other reading of a tick. The kernel numbers every disk that comes; one without a number is
 * asked every time.
 */
export function createDiskFinder(root: string): (names: readonly string[]) => Disk[] {
  let known = new Map<string, Disk>();
  return (names) => {
    const present = new Map<string, Disk>();
    const disks = presentDisks(root, names).map((name) => {
      const sequence = readText(root, 'sys/block', name, 'diskseq');
      const key = `${name} ${sequence}`;
      const disk = (sequence === null ? undefined : known.get(key)) ?? identifyDisk(root, name);
      present.set(key, disk);
      return disk;
    });
    known = present;
    return disks;
  };
}

/** The physical disks among the names of /sys/block: those with a device behind them and a medium in it. */
export function findDisks(root: string, names: readonly string[]): Disk[] {
  return presentDisks(root, names).map((name) => identifyDisk(root, name));
}

function presentDisks(root: string, names: readonly string[]): string[] {
  return names.filter(
    (name) =>
      !NOT_A_DISK.test(name) &&
      existsSync(join(root, 'sys/block', name, 'device')) &&
      readText(root, 'sys/block', name, 'hidden') !== '1' &&
      readInteger(root, 'sys/block', name, 'size') !== 0,
  );
}

/** Where drivers keep an id of the disk itself, best first. */
const ID_FILES = ['wwid', 'device/wwid', 'device/serial', 'serial'];

function identifyDisk(root: string, name: string): Disk {
  const ids = ID_FILES.map((file) => readText(root, 'sys/block', name, file));
  const id = ids.find((text) => text)?.replace(/\s+/g, ' ');
  const model = readText(root, 'sys/block', name, 'device/model');
  return { name, instance: id ?? name, note: model ? `${name}: ${model}` : name };
}
