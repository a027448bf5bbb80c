import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, makeUserData, ROOT } from './support/app.js';
import { popupPage } from './support/popup.js';
import { spawnApp } from './support/spawn.js';
import { trayTooltip } from './support/tray-menu.js';
import { until } from './support/wait.js';

/** A bad hour in a trace: overheating that rises to a fault, a lost link, a full memory, flapping. */
function writeTrace(file: string): void {
  const start = 1_767_225_600_000;
  const lines: string[] = [];
  for (let second = 0; second < 1_800; second += 2) {
    const at = start + second * 1_000;
    const temperature = second < 120 ? 62 : second < 400 ? 78 : second < 700 ? 91 : 63;
    const link = second > 900 && second < 930 ? 0 : 1;
    const memory = second > 1_000 && Math.floor(second / 130) % 2 === 0 ? 95 : 50;
    const add = (metric: string, value: number, unit: string) =>
      lines.push(JSON.stringify({ at, metric, value, unit, source: 'trace' }));
    add('cpu.temperature', temperature, '°C');
    add('network.link', link, 'bool');
    add('memory.usage', memory, '%');
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

test('the app pops up what check --replay names, and goes through the same verdicts', async () => {
  const userData = makeUserData();
  const trace = join(userData, 'hour.jsonl');
  writeTrace(trace);
  const check = [join(ROOT, 'out', 'main', 'check.js'), `--replay=${trace}`, '--json'];
  const named = JSON.parse(execFileSync(process.execPath, check, { encoding: 'utf8' })) as {
    popups: number;
    incidents: { popupAt: number | null; metric: string }[];
    verdicts: { verdict: string }[];
  };
  expect(named.popups).toBeGreaterThan(3);

  const app = spawnApp(userData, [`--replay=${trace}`, '--replay-speed=200', '--print-state', '--hidden']);
  const popups = () => app.stdout().match(/^popup .*$/gm) ?? [];
  const verdicts = () => app.stdout().match(/^[\d:]+ [✓i!✗?] .*$/gm) ?? [];
  await until('as many popups', popups, (lines) => lines.length >= named.popups, 40_000);
  await until('as many verdicts', verdicts, (lines) => lines.length >= named.verdicts.length);
  expect(popups()).toHaveLength(named.popups);
  const opened = new Set(popups().map((line) => line.split(' ')[1]));
  const expected = named.incidents
    .filter((incident) => incident.popupAt !== null)
    .map((incident) => `${incident.metric}@${incident.popupAt}`);
  expect([...opened].sort()).toEqual(expected.sort());
  const signs = { ok: '✓', warning: '!', fault: '✗', unknown: '?' } as Record<string, string>;
  expect(verdicts().map((line) => line.split(' ')[1])).toEqual(
    named.verdicts.map(({ verdict }) => signs[verdict]),
  );
});

test('a replay is labelled on the page, and its end is said', async () => {
  const userData = makeUserData();
  const trace = join(userData, 'hour.jsonl');
  writeTrace(trace);
  const running = await launch([`--replay=${trace}`, '--replay-speed=2000'], userData);
  const page = await running.page();
  await page.getByText('hour.jsonl').first().waitFor();
  await until(
    'the end',
    () => page.evaluate(() => window.onair.invoke('monitor:snapshot', undefined)),
    (result) => result.ok && result.value.notices.some((notice) => notice.code === 'replay-ended'),
  );
});

test('the demonstration is labelled as one on every view, in the popup and in the tray', async () => {
  const demo = join(ROOT, 'resources', 'demo', 'workday.jsonl');
  const running = await launch([`--replay=${demo}`, '--replay-speed=400']);
  const page = await running.page();
  for (const view of ['dashboard', 'precheck', 'baseline', 'history', 'diagnostics', 'settings']) {
    await page.locator(`nav [data-view=${view}]`).click();
    await page.locator(`main#${view}`).waitFor();
    expect(await page.getByTestId('replay-label').innerText(), view).toMatch(/演示.*不是本机现在的状态/s);
  }
  const popup = await popupPage(running);
  expect(await popup.getByTestId('replay-label').innerText()).toBe('演示');
  if (process.platform === 'linux')
    await until(
      'the tray says so',
      () => trayTooltip(running.pid),
      (text) => text.includes('正在演示'),
    );
});
