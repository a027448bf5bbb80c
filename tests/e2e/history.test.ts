import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { unpack } from '../../src/shared/history/packed.js';
import type { Timeline } from '../../src/shared/history/records.js';
import type { SeriesAnswer } from '../../src/shared/history/series.js';
import type { InvokeChannel, InvokeMap, MonitorSnapshot } from '../../src/shared/ipc/contract.js';
import { launch, makeUserData, type RunningApp } from './support/app.js';
import { until } from './support/wait.js';

async function ask<C extends InvokeChannel>(page: Page, channel: C, args: InvokeMap[C]['args']) {
  const result = await page.evaluate(
    ([name, wish]) => window.onair.invoke(name as 'history:status', wish as undefined),
    [channel, args] as const,
  );
  return result as unknown as
    | { ok: true; value: InvokeMap[C]['value'] }
    | { ok: false; error: { code: string } };
}

async function wanted<C extends InvokeChannel>(page: Page, channel: C, args: InvokeMap[C]['args']) {
  const result = await ask(page, channel, args);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
  return result.value;
}

async function memoryRows(page: Page, from = 0): Promise<readonly (number | null)[]> {
  const query = { metric: 'memory.usage', from, to: Date.now() + 60_000, maxPoints: 1_000 } as const;
  return unpack<SeriesAnswer>(await wanted(page, 'history:series', query)).avg;
}

const noticeCodes = async (page: Page): Promise<string[]> => {
  const { notices }: MonitorSnapshot = await wanted(page, 'monitor:snapshot', undefined);
  return notices.map(({ code }) => code);
};

async function ready(running: RunningApp): Promise<Page> {
  const page = await running.page();
  await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
  return page;
}

test('what was read is there after the next start, and a kill shows as a cut-off', async () => {
  const userData = makeUserData();
  const since = Date.now() - 1_000;
  const first = await launch([], userData);
  const page = await ready(first);
  await wanted(page, 'situation:set', { onAir: true });
  await until(
    'a stored reading',
    () => memoryRows(page, since),
    (rows) => rows.some((value) => value !== null),
  );
  expect(await wanted(page, 'history:status', undefined)).toMatchObject({ state: 'stored' });
  process.kill(first.pid, 'SIGKILL');
  await first.app.close().catch(() => undefined);

  const second = await launch([], userData);
  const again = await ready(second);
  expect((await memoryRows(again, since)).length).toBeGreaterThan(0);
  const { spans, happenings } = unpack<Timeline>(
    await wanted(again, 'history:spans', {
      from: since,
      to: Date.now() + 60_000,
    }),
  );
  const found = spans.map(({ kind, lasting }) => [kind, lasting]);
  expect(found.slice(0, 2)).toEqual([
    ['run', false],
    ['on-air', false],
  ]);
  // Not "and nothing between": a start that the driver misses is killed and made again.
  expect(found.at(-1)).toEqual(['run', true]);
  expect(happenings.map(({ kind }) => kind)).toContain('cut-off');
  await second.app.close();

  // A run that was ended in peace does not last, so the next start finds nothing that was cut off.
  const file = new Database(join(userData, 'history.db'), { readonly: true });
  const runs = file.prepare("SELECT lasting FROM span WHERE kind = 'run'").raw().all();
  file.close();
  expect(runs.at(-1)).toEqual([0]);
});

test('while nobody asks the database is closed, and what is new outlives a kill all the same', async () => {
  const userData = makeUserData();
  const [journal, spool] = ['wal', 'spool'].map((part) => join(userData, `history.db-${part}`)) as [
    string,
    string,
  ];
  const first = await launch([], userData);
  const page = await ready(first);
  await until('the database to be open', async () => existsSync(journal));
  await until(
    'the database to be closed',
    async () => existsSync(journal),
    (isOpen) => !isOpen,
    40_000,
  );
  await wanted(page, 'situation:set', { onAir: true });
  await until('a line in the spool', async () => existsSync(spool), Boolean);
  process.kill(first.pid, 'SIGKILL');
  await first.app.close().catch(() => undefined);
  expect(existsSync(spool)).toBe(true);

  const again = await ready(await launch([], userData));
  const { spans } = unpack<Timeline>(
    await wanted(again, 'history:spans', { from: 0, to: Date.now() + 60_000 }),
  );
  expect(spans.map(({ kind, lasting }) => [kind, lasting])).toContainEqual(['on-air', false]);
  expect(existsSync(spool)).toBe(false);
});

test('a damaged history is set aside, and a new one begins', async () => {
  const userData = makeUserData();
  writeFileSync(join(userData, 'history.db'), 'this was a database'.repeat(1_000));
  const page = await ready(await launch([], userData));
  await until(
    'the notice',
    () => noticeCodes(page),
    (codes) => codes.includes('history-set-aside'),
  );
  await until(
    'a stored reading',
    () => memoryRows(page),
    (rows) => rows.length > 0,
  );
  const aside = readdirSync(userData).find((name) => name.startsWith('history.corrupt-')) ?? '';
  expect(readFileSync(join(userData, aside), 'utf8')).toContain('this was a database');
});

test('a history that is cut short while the program runs is set aside', async () => {
  const userData = makeUserData();
  const page = await ready(await launch([], userData));
  await until(
    'a stored reading',
    () => memoryRows(page),
    (rows) => rows.length > 0,
  );
  truncateSync(join(userData, 'history.db'), 5_000);
  await until(
    'the notice',
    async () => {
      await memoryRows(page).catch(() => []);
      return noticeCodes(page);
    },
    (codes) => codes.includes('history-set-aside'),
  );
  await until(
    'a stored reading',
    () => memoryRows(page),
    (rows) => rows.length > 0,
  );
});

test.skipIf(process.getuid?.() !== 0)(
  'a full disk is said, monitoring goes on, and free space ends it',
  async () => {
    const userData = makeUserData();
    const folder = join(userData, 'small');
    mkdirSync(folder);
    // The page's own caches need some megabytes.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', ['-l', folder]));
    writeFileSync(join(folder, 'settings.json'), '{"setUp": true}');
    const page = await ready(await launch([], folder));
    await until(
      'a stored reading',
      () => memoryRows(page),
      (rows) => rows.length > 0,
    );
    const filler = join(folder, 'filler');
    fill(filler);
    await until(
      'the notice',
      async () => {
        await ask(page, 'history:spans', { from: 0, to: Date.now() });
        return noticeCodes(page);
      },
      (codes) => codes.includes('history-not-stored'),
    );
    const { at } = await wanted(page, 'monitor:snapshot', undefined);
    await until(
      'a later reading of the memory',
      () => wanted(page, 'monitor:snapshot', undefined),
      ({ parts }) =>
        parts.some(({ metrics }) => metrics.some((one) => one.metric === 'memory.usage' && one.at > at)),
    );
    rmSync(filler);
    await until(
      'the notice to go',
      async () => {
        await ask(page, 'history:spans', { from: 0, to: Date.now() });
        return noticeCodes(page);
      },
      (codes) => !codes.includes('history-not-stored'),
    );
    expect(await memoryRows(page, at)).not.toEqual([]);
  },
);

/** Writes until there is no room at all, the last bytes included. */
function fill(file: string): void {
  for (const size of [1_048_576, 4_096])
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size, 1));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
}
