import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launch, ROOT, type RunningApp, samplerPid } from './support/app.js';
import { until } from './support/wait.js';

const PICTURES = join(ROOT, 'test-results');
const DEMO = join(ROOT, 'resources', 'demo', 'workday.jsonl');

async function openDiagnostics(running: RunningApp): Promise<Page> {
  const page = await running.page();
  await page.getByRole('button', { name: /^(诊断|Diagnostics)$/ }).click();
  await page.getByTestId('diagnostics-program').waitFor();
  return page;
}

test('the diagnostics tell how the program is doing, and hand it to IT', async () => {
  const running = await launch();
  const page = await openDiagnostics(running);
  const program = page.getByTestId('diagnostics-program');
  const versions = await running.app.evaluate(() => process.versions);
  for (const version of ['0.1.0', versions.electron, versions.chrome, versions.node, running.userData])
    expect(await program.textContent()).toContain(version);
  expect(await program.textContent()).toContain(`进程号 ${await samplerPid(running)}`);

  await page.waitForSelector('[data-collector="linux.memory"][data-condition="fine"]');
  const costs = page.getByTestId('diagnostics-costs');
  await until(
    'measured figures of every process',
    () => costs.textContent(),
    (text) => /合计\d+\.\d%/.test(text ?? '') && !text?.includes('测量中'),
  );
  expect(await costs.textContent()).toMatch(/主进程\d+\d+\.\d%[\d.]+ MB/);
  await page.getByTestId('diagnostics-log').getByText('on Electron').waitFor();

  await page.getByRole('button', { name: '复制给 IT' }).click();
  await page.getByTestId('diagnostics-answer').getByText('已复制').waitFor();
  const text = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  for (const piece of [
    '开播卫士 诊断信息',
    '== 采集情况 ==',
    '内存 (linux.memory): 正常',
    '== 日志 ==',
    'Electron',
  ])
    expect(text).toContain(piece);
  expect(text).toMatch(/必测但读不到：|必测读数都读得到/);
  const home = await running.app.evaluate(({ app }) => app.getPath('home'));
  expect(text).not.toContain(home);
});

test('everything for IT is saved as one archive, without what must not leave the machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onair-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'diagnostics.zip');
  const running = await launch();
  const page = await openDiagnostics(running);
  await page.waitForSelector('[data-collector="linux.memory"][data-condition="fine"]');

  const raw = page.getByRole('button', { name: '内存的原始输出' });
  await raw.focus();
  await page.keyboard.press('Enter');
  await page
    .getByTestId('raw-output')
    .getByText(/memory\.usage = \d/)
    .waitFor();

  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
  await page.getByRole('button', { name: '保存诊断文件' }).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('diagnostics-answer').getByText('已保存').waitFor();
  expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).trim().split('\n');
  expect(names).toEqual(
    expect.arrayContaining([
      'summary.txt',
      'program.json',
      'settings.json',
      'state.json',
      'collectors.json',
      'raw/linux.memory.txt',
      'log/main.log',
    ]),
  );
  const read = (name: string): string => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8' });
  expect(JSON.parse(read('program.json'))).toMatchObject({ program: { version: '0.1.0' } });
  expect(JSON.parse(read('state.json')).parts.length).toBeGreaterThan(5);
  expect(read('summary.txt')).toContain('== 采集情况 ==');
  const everything = names.map(read).join('\n');
  const home = await running.app.evaluate(({ app }) => app.getPath('home'));
  expect(everything).not.toContain(home);
  const { username } = userInfo();
  for (const name of [hostname(), username].filter((one) => one.length > 2 && one !== 'root'))
    expect(everything).not.toMatch(new RegExp(`(?<![\\w.-])${name}(?![\\w-])`, 'i'));

  // A folder that is a file: it can't be stored there, and the page says so.
  writeFileSync(join(folder, 'occupied'), '');
  await running.app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    },
    join(folder, 'occupied', 'x.zip'),
  );
  await page.getByRole('button', { name: '保存诊断文件' }).click();
  await page.getByTestId('diagnostics-answer').getByText('没能保存').waitFor();
});

test('nothing is asked for once the page is left', async () => {
  const running = await launch();
  const page = await openDiagnostics(running);
  await running.app.evaluate(({ webContents }) => {
    const counted = globalThis as unknown as { asked: number };
    counted.asked = 0;
    // Electron's own event for calls of pages; ipcMain gives no way to listen beside a handler.
    for (const contents of webContents.getAllWebContents())
      (contents as NodeJS.EventEmitter).on('-ipc-invoke', (...call: readonly unknown[]) => {
        if (call.includes('diagnostics:get')) counted.asked += 1;
      });
  });
  const asked = () => running.app.evaluate(() => (globalThis as unknown as { asked: number }).asked);
  await until('calls while it is open', asked, (count) => count >= 2);
  await page.getByRole('button', { name: '总览' }).click();
  await page.waitForSelector('#dashboard');
  const before = await asked();
  await page.waitForTimeout(5_000);
  expect(await asked()).toBe(before);
});

test('a replay says that nothing is collected', async () => {
  const running = await launch([`--replay=${DEMO}`, '--replay-speed=100']);
  const page = await openDiagnostics(running);
  await page.getByText('正在回放录下的数据，没有采集在运行。').waitFor();
});

test.each([
  ['zh-CN', 'light', 1180, 760],
  ['en', 'dark', 1180, 760],
  ['zh-CN', 'dark', 860, 560],
  ['en', 'light', 860, 560],
] as const)('the diagnostics in %s, %s, %i × %i fit', async (language, theme, width, height) => {
  mkdirSync(PICTURES, { recursive: true });
  const running = await launch();
  const page = await openDiagnostics(running);
  await page.evaluate((wish) => window.onair.invoke('settings:update', { language: wish }), language);
  await page.emulateMedia({ colorScheme: theme });
  await running.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.waitForSelector('[data-collector="linux.memory"][data-condition="fine"]');
  await page.waitForTimeout(2_500);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const name = `diagnostics-${language}-${theme}-${width}`;
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.screenshot({ path: join(PICTURES, `${name}-full.png`), fullPage: true });
});
