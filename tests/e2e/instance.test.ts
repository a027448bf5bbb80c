import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData, windowCount } from './support/app.js';
import { spawnApp } from './support/spawn.js';
import { until } from './support/wait.js';

test('a second start ends at once and shows the window of the first', async () => {
  const first = await launch(['--hidden']);
  await until('the first is up', () => first.app.evaluate(({ app }) => app.isReady()));
  expect(await windowCount(first)).toBe(0);

  const hidden = spawnApp(first.userData, ['--hidden']);
  expect(await hidden.exited).toBe(0);
  expect(await windowCount(first)).toBe(0);

  const second = spawnApp(first.userData, []);
  expect(await second.exited).toBe(0);
  expect(second.stderr()).toContain('已在运行');
  await until(
    'a window',
    () => windowCount(first),
    (count) => count === 1,
  );

  const page = await first.page();
  await page.waitForSelector('[data-testid="station-verdict"]');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await spawnApp(first.userData, []).exited).toBe(0);
  await until('the window is back', () =>
    first.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return window?.isVisible() && !window.isMinimized();
    }),
  );
  expect(await windowCount(first)).toBe(1);
});

test.each([
  ['--replay', 64, '--replay'],
  ['--replay-sped=4', 64, '--replay-sped'],
  ['--replay-speed=4', 64, '--replay-speed'],
  ['--lang=fr', 64, 'fr'],
  ['--probe-target=a:b:c:d:99999', 64, '99999'],
  ['--hidden=yes', 64, '--hidden'],
  ['--profile=/nowhere/profile.json', 66, '/nowhere/profile.json'],
  ['--replay=/nowhere/trace.jsonl', 66, '/nowhere/trace.jsonl'],
])('%s ends with status %i and one line that names it', async (argument, status, named) => {
  const app = spawnApp(makeUserData(), [argument]);
  expect(await app.exited).toBe(status);
  const lines = app
    .stderr()
    .split('\n')
    .filter((line) => line.includes(named));
  expect(lines).toHaveLength(1);
});

test('malformed files end with status 65, and file and place', async () => {
  const folder = makeUserData();
  const trace = join(folder, 'bad.jsonl');
  writeFileSync(
    trace,
    '{"at":1,"metric":"cpu.load","value":1,"unit":"%","source":"trace"}\n{"at":2,"metric":"cpu.lo"}\n',
  );
  const replay = spawnApp(folder, [`--replay=${trace}`]);
  expect(await replay.exited).toBe(65);
  expect(replay.stderr()).toContain(`${trace}:2:`);

  const profile = join(folder, 'bad.json');
  writeFileSync(profile, '{"schema": 1, "clauses": []}');
  const judged = spawnApp(folder, [`--profile=${profile}`]);
  expect(await judged.exited).toBe(65);
  expect(judged.stderr()).toContain(profile);
});
