import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import { listNames, readText } from './files.js';

const metric = 'system.restartPending';

/** Files by which Debian, Ubuntu and SUSE say that a restart is due. */
const WISHES = ['run/reboot-required', 'var/run/reboot-required', 'run/reboot-needed'];
const MODULES = 'lib/modules';

/**
 * `system.restartPending`: an update asked for a restart, or a newer kernel of the same kind than the running one is
 * installed (or the running one was removed). `kernel` is what `uname -r` says.
 */
export function createRestart(root: string, kernel: string = release()): Collector {
  return {
    id: 'linux.restart',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 1_000,
    read() {
      const wish = WISHES.find((file) => existsSync(join(root, file)));
      if (wish !== undefined) return [wishSample(root, wish)];
      const installed = (listNames(root, MODULES) ?? []).filter((name) => parseKernel(name) !== null);
      if (installed.length === 0)
        return [{ metric, source: `/${MODULES}`, missing: 'unsupported', advice: 'no-restart-record' }];
      return [kernelSample(kernel, installed)];
    },
  };
}

function wishSample(root: string, wish: string): Sample {
  const packages = readText(root, `${wish}.pkgs`)?.split('\n') ?? [];
  const note = [...new Set(packages)].join(', ');
  return { metric, source: `/${wish}`, value: 1, ...(note === '' ? {} : { note }) };
}

/** Parts of the name of a kernel, `6.1.0-21-amd64`. */
export interface KernelName {
  /** Numbers up to the first word, `[6, 1, 0, 21]`. */
  readonly numbers: readonly number[];
  /** The rest without its numbers, which tells kinds apart: `-amd64`, `.fc.x86_64`. */
  readonly kind: string;
}

/** Reads the name of a kernel. null: it is none. */
export function parseKernel(name: string): KernelName | null {
  const [, head, rest = ''] = /^(\d{1,4}(?:[.-]\d{1,6})+)(.{0,60})$/.exec(name) ?? [];
  if (head === undefined) return null;
  return { numbers: head.split(/[.-]/).map(Number), kind: rest.replace(/\d+/g, '') };
}

function kernelSample(running: string, installed: readonly string[]): Sample {
  const source = `/${MODULES}`;
  const own = parseKernel(running);
  if (own === null) return { metric, source, missing: 'failed' };
  const newer = installed.filter((name) => {
    const other = parseKernel(name);
    return other !== null && other.kind === own.kind && isNewer(other.numbers, own.numbers);
  });
  if (newer.length > 0) return { metric, source, value: 1, note: `kernel ${newer.join(', ')}` };
  if (!installed.includes(running))
    return { metric, source, value: 1, note: `kernel ${running} was removed` };
  return { metric, source, value: 0 };
}

function isNewer(a: readonly number[], b: readonly number[]): boolean {
  const length = Math.max(a.length, b.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at !== undefined && (a[at] ?? 0) > (b[at] ?? 0);
}
