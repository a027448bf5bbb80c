import type { Sample } from '../../collector.js';
import { listNames, readInteger, readText } from './files.js';

const metric = 'disk.errors';

/** Counters of one device of btrfs that mean damage or failed requests. */
const BTRFS = /^(write_errs|read_errs|flush_errs|corruption_errs|generation_errs) (\d{1,15})$/gm;

/** Sum of a file `error_stats` of btrfs. null: it is none. */
export function parseBtrfsErrors(text: string): number | null {
  const counts = [...text.matchAll(BTRFS)].map(([, , count]) => Number(count));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Makes a reader of what file systems and RAIDs count themselves, an instance of `disk.errors` each: ext4 and btrfs keep it
 * over restarts, md since it was put together. The kernel's counter of SCSI commands that failed (`ioerr_cnt`) is left out:
 * it grows with every question that a healthy disk does not know.
 */
export function createDiskErrorCounters(root: string): () => Sample[] {
  return () => [...ext4(root), ...btrfs(root), ...raids(root)];
}

function counter(instance: string, source: string, count: number | null): Sample[] {
  return count === null || count < 0 ? [] : [{ metric, instance, source, value: count }];
}

function ext4(root: string): Sample[] {
  const folder = 'sys/fs/ext4';
  return (listNames(root, folder) ?? []).flatMap((name) => {
    const count = readInteger(root, folder, name, 'errors_count');
    return counter(`ext4 ${name}`, `/${folder}/${name}/errors_count`, count);
  });
}

function btrfs(root: string): Sample[] {
  const folder = 'sys/fs/btrfs';
  return (listNames(root, folder) ?? []).flatMap((id) =>
    (listNames(root, folder, id, 'devinfo') ?? []).flatMap((device) => {
      const path = `${folder}/${id}/devinfo/${device}/error_stats`;
      const label = readText(root, folder, id, 'label') || id;
      return counter(`btrfs ${label} ${device}`, `/${path}`, parseBtrfsErrors(readText(root, path) ?? ''));
    }),
  );
}

function raids(root: string): Sample[] {
  const arrays = (listNames(root, 'sys/block') ?? []).filter((name) => /^md\d+/.test(name));
  return arrays.flatMap((array) =>
    (listNames(root, 'sys/block', array, 'md') ?? [])
      .filter((name) => name.startsWith('dev-'))
      .flatMap((device) => {
        const path = `sys/block/${array}/md/${device}/errors`;
        return counter(`${array} ${device.slice(4)}`, `/${path}`, readInteger(root, path));
      }),
  );
}
