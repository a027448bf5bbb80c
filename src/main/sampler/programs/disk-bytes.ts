import { readFileSync } from 'node:fs';

/** Bytes that a process has read from and written to disks so far; null: the system does not tell (Linux only, and
 * of other users only as root). */
export function diskBytes(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/io`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1]);
    const sum = of('read_bytes') + of('write_bytes');
    return Number.isFinite(sum) ? sum : null;
  } catch {
    return null;
  }
}
