import { expect, test } from 'vitest';
import { hot, play, popupPage } from './support/popup.js';
import { until } from './support/wait.js';

/** Closes a native dialog as a person does. */
const ESCAPE = 'Escape';

test('an incident is resolved with its cause, undone, and called a false alarm that leads to its limits', async () => {
  const running = await play(hot);
  const page = await running.page();
  await page.locator('[data-incident] button').first().click();
  const details = page.locator('dialog[open]');
  await details.locator('[data-handling="open"]').waitFor();
  expect(await details.innerText()).toContain('85 °C');

  const resolve = details.getByRole('button', { name: '标记为已解决…' });
  expect(await resolve.isDisabled()).toBe(true);
  await details.getByLabel('处理人').fill('小王');
  await details.getByLabel('处理人').press('Enter');
  await resolve.click();
  await details.getByLabel('原因').fill('散热口积灰');
  await details.getByRole('button', { name: '已解决', exact: true }).click();
  await details.locator('[data-handling="resolved"]').waitFor();
  expect(await details.innerText()).toMatch(/已解决：小王.*\n*原因：散热口积灰/s);
  // Said is not measured: the fault goes on.
  expect(await page.getByTestId('station-verdict').getAttribute('data-judgement')).toBe('fault');

  await details.getByRole('button', { name: '撤销' }).click();
  await details.locator('[data-handling="acknowledged"]').waitFor();
  await details.getByRole('button', { name: '是误报…' }).click();
  await details.getByRole('button', { name: '标为误报' }).click();
  await details.locator('[data-handling="false-alarm"]').waitFor();
  await details.getByRole('button', { name: '调整CPU 温度的限值' }).click();
  await page.locator('[data-rules="computer"][open] [data-rule="cpu.temperature"]').waitFor();
}, 60_000);

test('a clause is muted from the details: the popup goes, the list and the verdict stay', async () => {
  const running = await play(hot);
  const page = await running.page();
  const popup = await popupPage(running);
  await popup.locator('[data-incident]').waitFor();
  await page.locator('[data-incident] button').first().click();
  const details = page.locator('dialog[open]');
  await details.getByLabel('处理人').fill('小王');
  await details.getByLabel('处理人').press('Enter');
  await details.getByRole('button', { name: '静默这一条款…' }).click();
  await details.getByRole('button', { name: '4 小时' }).click();
  await details.locator('[data-muted="R1.a"]').waitFor();
  await until(
    'no popup',
    () => Promise.resolve(running.app.windows().filter((one) => one.url().endsWith('/popup.html')).length),
    (count) => count === 0,
  );
  await page.keyboard.press(ESCAPE);
  expect(await page.locator('[data-incident]').count()).toBe(1);
  expect(await page.getByTestId('station-verdict').getAttribute('data-judgement')).toBe('fault');
}, 60_000);

test('the popup leads to the steps; a tick stays with the incident, and IT gets a text to read', async () => {
  const running = await play(hot);
  const page = await running.page();
  const popup = await popupPage(running);
  await popup.getByRole('button', { name: '处置步骤：CPU 温度过高' }).click();
  const playbook = page.locator('dialog[open] [data-playbook="R1.a"]');
  await playbook.locator('[data-step="wait"] [data-live="cpu.temperature"]').waitFor();
  await playbook.locator('[data-step="vents"] input').click();
  await playbook.locator('[data-step="vents"][data-done="true"]').waitFor();
  await page.keyboard.press(ESCAPE);
  await page.locator('[data-incident] button').first().click();
  await playbook.locator('[data-step="vents"][data-done="true"]').waitFor();
  // A recording can't be measured again, and the page says so.
  await playbook.getByRole('button', { name: '再测一次' }).click();
  await playbook.getByText('现在测不了').waitFor();
  await playbook.getByRole('button', { name: '复制情况说明' }).click();
  await playbook.getByText('已复制').waitFor();
  const text = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain('CPU 温度过高');
  expect(text).toContain('已做：摸一下出风口');
}, 60_000);

test('the emergency is one click away, by the keyboard too', async () => {
  const running = await play(() => ({ 'memory.usage': [50, '%'] }));
  const page = await running.page();
  await page.waitForSelector('[data-testid="station-verdict"]:not([data-judgement="unknown"])');
  await page.getByRole('button', { name: '紧急情况' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] [data-playbook="S3.e"]').waitFor();
  await page.keyboard.press(ESCAPE);
  await until(
    'the panel to be gone',
    () => page.locator('dialog[open]').count(),
    (count) => count === 0,
  );
}, 60_000);

test('a procedure is opened by hand; its ticks outlast the page and the window, and it can be begun anew', async () => {
  const running = await play(() => ({ 'memory.usage': [50, '%'] }));
  const page = await running.page();
  for (const id of ['S3.a', 'S3.b', 'S3.c', 'S3.d']) {
    await page.locator(`[data-procedure="${id}"]`).click();
    await page.locator(`dialog[open] [data-playbook="${id}"]`).waitFor();
    await page.keyboard.press(ESCAPE);
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
  const open = () => page.locator('[data-procedure="S3.c"]').click();
  const kept = page.locator('dialog[open] [data-step="keep"]');
  await open();
  await kept.locator('input').click();
  await page.locator('dialog[open] [data-step="keep"][data-done="true"]').waitFor();
  await page.reload();
  await open();
  expect(await kept.getAttribute('data-done')).toBe('true');
  expect(await page.locator('dialog[open]').innerText()).toContain('已做 1/4');
  await page.locator('dialog[open]').getByRole('button', { name: '重新开始' }).click();
  await page.locator('dialog[open] [data-step="keep"][data-done="false"]').waitFor();
}, 60_000);
