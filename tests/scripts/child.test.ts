import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { run } from '../../scripts/lib/child.mjs';
import { tempFolder } from './fixtures.js';

const LIB = new URL('../../scripts/lib/', import.meta.url).href;

/** A family: a shell, a child in its group, and a grandchild that went into a group of its own. */
function family(pidFile: string): string {
  return `sleep 60 & echo $! >> ${pidFile}; setsid sleep 60 & echo $! >> ${pidFile}; wait`;
}

function living(pidFile: string): number[] {
  const pids = readFileSync(pidFile, 'utf8').trim().split('\n').map(Number);
  return pids.filter((pid) => {
    try {
      return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });
}

async function startedFamily(pidFile: string): Promise<void> {
  while (true) {
    await sleep(20);
    try {
      if (living(pidFile).length === 2) return;
    } catch {
      // Not written yet.
    }
  }
}

it.runIf(process.platform === 'linux')('ends a whole family when its time is up', async () => {
  const pids = join(tempFolder(), 'pids');
  const exit = await run('sh', ['-c', family(pids)], { timeout: 500 });
  expect(exit.timedOut).toBe(true);
  expect(living(pids)).toEqual([]);
});

for (const [signal, status, manners] of [
  // This leader shrugs at a polite request.
  ['SIGINT', 130, "trap '' TERM"],
  ['SIGTERM', 143, ':'],
  ['SIGHUP', 129, ':'],
] as const) {
  it.runIf(process.platform === 'linux')(
    `ends everything on ${signal}`,
    async () => {
      const folder = tempFolder();
      const pids = join(folder, 'pids');
      const script = `
      import { main } from '${LIB}entry.mjs';
      import { atLeave, start } from '${LIB}child.mjs';
      import { writeFileSync } from 'node:fs';
      await main(async () => {
        atLeave(() => writeFileSync(${JSON.stringify(join(folder, 'cleaned'))}, 'yes'));
        const app = start('sh', ['-c', ${JSON.stringify(`${manners}; ${family(pids)}; wait`)}]);
        return (await app.exited).code;
      });`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
      await startedFamily(pids);
      child.kill(signal);
      // A second one, as npm sends it, changes nothing.
      child.kill(signal);
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(status);
      expect(living(pids)).toEqual([]);
      expect(readFileSync(join(folder, 'cleaned'), 'utf8')).toBe('yes');
    },
    20_000,
  );
}

it('tells that a program does not exist', async () => {
  const exit = await run('no-such-program-here', [], { timeout: 1000 });
  expect(exit.code).toBe(127);
  expect(exit.error?.message).toContain('ENOENT');
});

it('collects what a program says on both streams', async () => {
  const exit = await run(process.execPath, ['-e', 'console.log("a"); console.error("b")'], { timeout: 5000 });
  expect(exit).toMatchObject({ code: 0, timedOut: false });
  expect(exit.output.split('\n').sort()).toEqual(['', 'a', 'b']);
});
