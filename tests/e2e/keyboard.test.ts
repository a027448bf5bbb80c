import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, makeUserData, type RunningApp } from './support/app.js';
import { launchPrecheck } from './support/precheck.js';
import { until } from './support/wait.js';

/** What has the focus: its name for people, and whether it can be seen to have it. */
function focused(page: Page): Promise<{ name: string; tag: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : null;
    const after = getComputedStyle(element, '::after');
    const own = getComputedStyle(element);
    const drawn = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    return { name: name.trim(), tag: element.tagName, isSeen: drawn(own) || drawn(after) };
  });
}

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press('Tab');
    const { name: found } = await focused(page);
    if (typeof name === 'string' ? found === name : name.test(found)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

/** Goes once through everything that Tab reaches. @returns the names, in order */
async function walk(page: Page): Promise<string[]> {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      return String(all.indexOf(document.activeElement ?? document.body));
    });
    const { name, tag, isSeen } = await focused(page);
    if (tag === 'BODY') continue;
    if (seen.has(here)) return names;
    seen.add(here);
    names.push(name);
    expect(isSeen, `the focus on ${tag} “${name}” is seen`).toBe(true);
  }
  throw new Error('Tab never comes round');
}

const settled = (page: Page) =>
  page.waitForSelector('[data-part="R1.c"][data-judgement]:not([data-judgement="unknown"])');
const isOpen = (page: Page) => page.locator('dialog[open]').count();

test('the set-up is gone through, or skipped, by keys alone', async () => {
  const running = await launch([], makeUserData({ firstRun: true }));
  const page = await running.page();
  await page.waitForSelector('[data-testid="set-up"]');
  await tabTo(page, /工位名称/);
  await page.keyboard.type('三号直播间');
  await tabTo(page, /谁在用这个工位/);
  await page.keyboard.press('ArrowUp');
  await tabTo(page, '完成');
  await page.keyboard.press('Enter');
  await until(
    'the set-up is gone',
    () => isOpen(page),
    (count) => count === 0,
  );
  const settings = await page.evaluate(() => window.onair.invoke('settings:get', undefined));
  expect(settings).toMatchObject({ ok: true, value: { setUp: true, stationName: '三号直播间', role: 'it' } });
});

test('the dashboard: a sensible order, a focus that is always seen, details and back', async () => {
  const page = await (await launch()).page();
  await settled(page);
  const names = await walk(page);
  const expected = [
    '总览',
    '诊断',
    '设置',
    '开始直播',
    '电脑',
    '内存',
    '硬盘',
    '网络',
    '摄像头',
    '麦克风',
    '电源',
    '系统',
  ];
  const order = expected.map((name) => names.findIndex((one) => one === name || one.startsWith(name)));
  expect(order, names.join(' · ')).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));

  await tabTo(page, '内存');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () =>
        document.activeElement === document.body || document.activeElement?.closest('dialog[open]') !== null,
    );
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await until(
    'the details are gone',
    () => isOpen(page),
    (count) => count === 0,
  );
  expect((await focused(page)).name).toBe('内存');
});

test('on air and off', async () => {
  const running = await launch();
  const page = await running.page();
  await settled(page);
  await tabTo(page, '开始直播');
  await page.keyboard.press('Enter');
  // Without a GO it asks first.
  await page.getByTestId('go-question').waitFor();
  await tabTo(page, '直接开播');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid="on-air"]');
  expect((await focused(page)).name).toBe('结束直播');
  await page.keyboard.press('Space');
  await page.waitForSelector('[data-testid="on-air"]', { state: 'detached' });
  expect(await shortcut(running, '开始或结束直播')).toBe('CommandOrControl+Shift+L');
});

/** The key of an entry of the program's menu. */
const shortcut = ({ app }: RunningApp, entry: string) =>
  app.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    return items?.find((item) => item.label === label)?.accelerator;
  }, entry);

test('settings: a choice, a limit, and back to the procedure', async () => {
  const page = await (await launch()).page();
  await settled(page);
  await tabTo(page, '设置');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#settings [data-rules="memory"]');
  const walked = await walk(page);
  expect(walked.length).toBeGreaterThan(15);

  await tabTo(page, /改动人/);
  await page.keyboard.type('IT');
  await tabTo(page, /^内存/);
  await page.keyboard.press('Enter');
  await tabTo(page, /内存已用 达到或高于/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('95');
  await page.keyboard.press('Enter');
  const changes = () =>
    page.evaluate(async () => {
      const answer = await window.onair.invoke('settings:get', undefined);
      return answer.ok ? Object.keys(answer.value.overrides) : [];
    });
  await until('the limit is stored', changes, (keys) => keys.includes('memory.usage'));
  await tabTo(page, /恢复/);
  await page.keyboard.press('Enter');
  await until('the limit is that of the procedure', changes, (keys) => keys.length === 0);

  await tabTo(page, /界面语言/);
  await page.keyboard.press('End');
  await page.waitForSelector('nav >> text=Settings');
});

test('diagnostics: copied for IT', async () => {
  const page = await (await launch()).page();
  await settled(page);
  await tabTo(page, '诊断');
  await page.keyboard.press('Space');
  await page.waitForSelector('[data-collector]');
  expect((await walk(page)).length).toBeGreaterThan(4);
  await tabTo(page, '复制给 IT');
  await page.keyboard.press('Enter');
  await page.getByTestId('diagnostics-answer').getByText('已复制').waitFor();
});

test('the whole pre-check', async () => {
  const page = await (await launchPrecheck({})).page();
  const step = (name: string) => page.locator(`[data-step="${name}"]`).waitFor();
  const heading = async (name: string | RegExp) => expect((await focused(page)).name).toMatch(name);
  const press = async (name: string | RegExp) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const canGoOn = () => page.locator('[data-testid="precheck-next"]:enabled').waitFor({ timeout: 60_000 });
  await press('开始检查');
  await step('operator');
  await heading('谁来检查');
  await tabTo(page, '姓名');
  await page.keyboard.type('王主播');
  await page.keyboard.press('Enter');
  await step('platform');
  await heading('在哪个平台直播');
  await press('下一步');
  await step('automatic');
  await heading('自动检查');
  await page.keyboard.press('Escape');
  await step('platform');
  await press('下一步');
  await step('automatic');
  await canGoOn();
  await press('下一步');
  await step('take');
  await heading('画面和声音');
  await page.locator('[data-device="microphone"][data-open="true"]').waitFor();
  await press('开始录十秒');
  await page.getByTestId('take-start').waitFor({ timeout: 90_000 });
  await press('下一步');
  await step('headphones');
  for (let side = 0; side < 2; side += 1) {
    await tabTo(page, '是');
    await page.keyboard.press('Space');
  }
  await press('下一步');
  await step('manual');
  await press('这组都符合');
  await press('下一步');
  await step('result');
  await heading('检查结果');
  expect(await page.getByTestId('precheck-result').getAttribute('data-result')).toMatch(/no-go|incomplete/);
  await press('记入档案');
  await page.getByTestId('go').waitFor();
}, 180_000);
