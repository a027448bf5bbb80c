import type { Sample } from '../../collector.js';
import { type Fields, isFields, listOf, textOf } from './part.js';

/** Which device of the consent store a metric is about. */
export type CaptureDevice = 'webcam' | 'microphone';

const source = 'registry: ConsentStore';

/**
 * Whether a program uses a device, from the consent store of Windows 10 1903 and later: `LastUsedTimeStop` 0 means in
 * use. A program that was killed leaves such a 0 behind: one from before this start of Windows does not count.
 */
export function captureUseSample(metric: Sample['metric'], value: Fields, device: CaptureDevice): Sample {
  const rows = listOf(value.uses);
  const boot = fileTime(value.boot);
  if (rows === null || boot === null || !isFields(value.stored)) return { metric, source, missing: 'failed' };
  if (value.stored[device] !== true) return { metric, source, missing: 'unsupported' };
  const programs = rows.flatMap((row) => {
    const start = fileTime(row.start);
    const stop = fileTime(row.stop);
    const inUse = row.device === device && stop === 0n && start !== null && start > boot;
    return inUse ? [programName(textOf(row.program))] : [];
  });
  const names = [...new Set(programs.filter((name) => name !== ''))].join(', ');
  const reading = { metric, source, value: programs.length > 0 ? 1 : 0 };
  return names === '' ? reading : { ...reading, note: names };
}

/** A FILETIME written as digits (100 ns since 1601); null: it is none. */
function fileTime(value: unknown): bigint | null {
  return typeof value === 'string' && /^\d{1,19}$/.test(value) ? BigInt(value) : null;
}

/** Name of a program by its key: the file of `C:#Program Files#x#y.exe`, or the package without its publisher. */
export function programName(key: string): string {
  if (key.includes('#')) return key.slice(key.lastIndexOf('#') + 1);
  return key.replace(/_[0-9a-z]{13}$/i, '');
}
