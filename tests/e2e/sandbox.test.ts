import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startAsOrdinaryUser } from './support/ordinary-user.js';
import { until } from './support/wait.js';

/** Processes of a user whose command line has this word. */
function processesOf(uid: number, word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => status(pid).Uid?.startsWith(`${uid}\t`) && read(pid, 'cmdline').includes(word));
}

/** What the kernel says of a process; empty when it is gone. */
function status(pid: number): Record<string, string> {
  const lines = read(pid, 'status').split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\t?/, 2).map((part) => part.trim())));
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

test.runIf(process.platform === 'linux')(
  'run by an ordinary user, every page is in the kernel’s sandbox',
  async () => {
    const app = startAsOrdinaryUser([]);
    const mine = (word: string) =>
      processesOf(app.uid, word).filter((pid) => read(pid, 'cmdline').includes('home/data'));
    const all = (word: string) => (mine(word).length > 0 ? mine(word) : processesOf(app.uid, word));
    await until(
      'a page',
      () => ({ pages: all('--type=renderer'), ended: app.ended() }),
      ({ pages, ended }) => pages.length > 0 || ended,
      40_000,
    );
    // With neither user namespaces nor the setuid helper Chromium ends, and says why.
    expect(app.ended() ? app.output() : 'running').toBe('running');
    await until('its state', () => app.output().includes('内存'), Boolean, 40_000);
    expect(app.output()).not.toMatch(/no-sandbox|sandbox.*(fail|disabled)/i);

    const pages = all('--type=renderer');
    expect(pages.length).toBeGreaterThan(0);
    for (const pid of pages) {
      // Filtered system calls, for good, without any right, and a view of the system of its own.
      expect(status(pid)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
      expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync(`/proc/${app.pid}/ns/user`));
      expect(read(pid, 'cmdline')).not.toContain('--no-sandbox');
    }
  },
);
