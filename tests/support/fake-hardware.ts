import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./fake-sysfs.sh', import.meta.url));

/** Why the fake-hardware namespace can't be had on this machine; null when it can. */
export function namespaceProblem(): string | null {
  if (process.platform !== 'linux') return 'mount namespaces exist on Linux only';
  const flags = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];
  const tried = spawnSync('unshare', [...flags, 'true'], { encoding: 'utf8', timeout: 10_000 });
  if (tried.status === 0) return null;
  return `mount namespaces are not allowed here: ${(tried.stderr || String(tried.error)).trim()}`;
}

/** A set of fake sensors and devices, changeable while programs run in its namespace. */
export class FakeHardware {
  readonly dir = mkdtempSync(join(tmpdir(), 'onair-fake-'));

  constructor() {
    this.run('init', this.dir);
    // Defaults of a healthy desktop: on mains, battery charging.
    this.set('ac', '1');
    this.set('battery', '83', 'Charging');
  }

  /** Changes a device: `set('temp', '91')`, `set('cam', 'off')`; see the script's head. */
  set(...what: string[]): void {
    this.run('set', this.dir, ...what);
  }

  /** Command line that runs a program with these devices. */
  command(program: string, ...args: string[]): [string, string[]] {
    return [SCRIPT, ['run', '-d', this.dir, '--', program, ...args]];
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  private run(...args: string[]): void {
    execFileSync(SCRIPT, args, { timeout: 20_000, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
