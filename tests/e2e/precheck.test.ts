import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { killPage, launch, makeUserData, pagePid, windowCount } from './support/app.js';
import {
  ask,
  goToTake,
  launchPrecheck,
  next,
  noteOpening,
  opened,
  startAt,
  take,
  tracks,
  verdict,
} from './support/precheck.js';
import { spawnApp } from './support/spawn.js';
import { until } from './support/wait.js';

const problemOf = (page: Page, kind: 'camera' | 'microphone') =>
  page.locator(`[data-device="${kind}"]`).getAttribute('data-problem');
const evidence = (page: Page, kind: 'camera' | 'microphone') =>
  page.locator(`[data-evidence="P2.c.${kind}"]`).innerText();
const pause = (page: Page) => page.getByRole('button', { name: '暂停' }).click();
/** Leaves the take and comes back to it: devices are opened anew. */
async function reopen(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^2 / }).click();
  await page.getByRole('button', { name: /^4 / }).click();
  await page.locator('[data-step="take"]').waitFor();
}

test('camera and microphone are there while a check uses them, and at no other time', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  expect(await ask(page)).toBe('NotAllowedError');
  await noteOpening(page);
  await startAt(page, 'platform');
  expect(await ask(page)).toBe('NotAllowedError');
  await page.getByRole('button', { name: /^4 / }).click();
  await opened(page, 'camera');
  await opened(page, 'microphone');
  expect(await tracks(page)).toEqual(['live', 'live']);

  await pause(page);
  await until(
    'released',
    () => tracks(page),
    (states) => states.every((state) => state === 'ended'),
  );
  expect(await ask(page)).toBe('NotAllowedError');

  await page.getByTestId('precheck-resume').click();
  await opened(page, 'camera');
  // The rail leads away in the middle of it.
  await page.locator('nav [data-view=dashboard]').click();
  await until(
    'released',
    () => tracks(page),
    (states) => states.every((state) => state === 'ended'),
  );
  expect(await ask(page)).toBe('NotAllowedError');

  await page.locator('nav [data-view=precheck]').click();
  await page.getByTestId('precheck-resume').click();
  await opened(page, 'camera');
  await page.reload();
  await page.getByTestId('station-verdict').waitFor();
  expect(await ask(page)).toBe('NotAllowedError');
  expect(await windowCount(running)).toBe(1);

  await page.locator('nav [data-view=precheck]').click();
  await page.getByTestId('precheck-resume').click();
  await opened(page, 'camera');
  await next(page);
  await page.locator('[data-step="headphones"]').waitFor();
  expect(await ask(page)).toBe('NotAllowedError');
}, 120_000);

test('a window that closes in the middle takes its page along, and camera and microphone with it', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  await goToTake(page);
  await opened(page, 'camera');
  await opened(page, 'microphone');
  const pid = await pagePid(running);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await until(
    'the page gone',
    () => existsSync(`/proc/${pid}`),
    (is) => !is,
  );
  // What the next page is told: nobody has leave any more.
  const again = running.app.waitForEvent('window');
  expect(await spawnApp(running.userData, ['--precheck']).exited).toBe(0);
  const reopened = await again;
  await reopened.getByTestId('precheck-resume').waitFor();
  expect(await ask(reopened)).toBe('NotAllowedError');
}, 120_000);

test('a page that dies in the middle gives camera and microphone back', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  await goToTake(page);
  await opened(page, 'camera');
  await killPage(running);
  // The driver has lost the page.
  const inPage = (code: string) =>
    running.app.evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => ''),
      code,
    );
  await until('the page again', () => inPage(`Boolean(document.querySelector('#root, main'))`));
  const told = await inPage(
    `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error) => error.name)`,
  );
  expect(told).toBe('NotAllowedError');
}, 120_000);

test('--precheck opens the check also in a program that runs already, in the tray or with a window', async () => {
  const running = await launch(['--hidden']);
  await until('the first is up', () => running.app.evaluate(({ app }) => app.isReady()));
  const opening = running.app.waitForEvent('window');
  expect(await spawnApp(running.userData, ['--precheck']).exited).toBe(0);
  const page = await opening;
  await page.getByTestId('precheck-start').waitFor();
  await page.locator('nav [data-view=dashboard]').click();
  await page.getByTestId('station-verdict').waitFor();
  expect(await spawnApp(running.userData, ['--precheck']).exited).toBe(0);
  await page.getByTestId('precheck-start').waitFor();
  expect(await windowCount(running)).toBe(1);
}, 60_000);

test('another microphone that hears clearly more is named, and can be taken', async () => {
  const page = await (await launchPrecheck({})).page();
  // The chosen one stands far away: what it hears is a tenth of what it is.
  await page.evaluate(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let far: unknown;
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      const id = (constraints?.audio as MediaTrackConstraints | undefined)?.deviceId;
      const exact = (id as ConstrainDOMStringParameters | undefined)?.exact;
      if (exact === undefined) return stream;
      far ??= exact;
      if (exact !== far) return stream;
      const context = new AudioContext();
      const gain = new GainNode(context, { gain: 0.1 });
      const out = new MediaStreamAudioDestinationNode(context);
      context.createMediaStreamSource(stream).connect(gain).connect(out);
      // As a real one: whoever stops it stops all of it, and nothing of it runs beside the next.
      for (const track of out.stream.getTracks()) {
        const stop = track.stop.bind(track);
        track.stop = () => {
          stop();
          for (const one of stream.getTracks()) one.stop();
          void context.close();
        };
      }
      return out.stream;
    };
  });
  await goToTake(page);
  await opened(page, 'camera');
  await opened(page, 'microphone');
  const chosen = () => page.locator('[data-device="microphone"] select').inputValue();
  const before = await chosen();
  await take(page);
  const hint = page.getByText('可能选错了麦克风');
  await hint.waitFor();
  const use = page.getByRole('button', { name: '换成它' });
  await use.click();
  await opened(page, 'microphone');
  expect(await chosen()).not.toBe(before);
  await take(page);
  expect(await hint.count()).toBe(0);
  expect(await verdict(page, 'P2.c.microphone'), await evidence(page, 'microphone')).toBe('pass');
}, 180_000);

test('a camera that is refused, held, pulled out: it is named, and the microphone is measured all the same', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  await noteOpening(page);
  await goToTake(page);
  await opened(page, 'camera');
  await opened(page, 'microphone');

  // Pulled out in the middle of the take.
  const taking = take(page);
  await page.locator('[data-testid="take-phase"][data-phase="speech"]').waitFor({ timeout: 30_000 });
  await page.evaluate(() => {
    const { opened: streams = [] } = window as unknown as { opened?: MediaStream[] };
    streams
      .flatMap((stream) => stream.getVideoTracks())
      .at(-1)
      ?.dispatchEvent(new Event('ended'));
  });
  await taking;
  expect(await problemOf(page, 'camera')).toBe('device-lost');
  expect(await evidence(page, 'camera')).toContain('断开');
  expect(await evidence(page, 'camera')).toContain('sharp.y4m');
  expect([await verdict(page, 'P2.c.camera'), await verdict(page, 'P2.c.microphone')]).toEqual([
    'fail',
    'pass',
  ]);

  // Held by another program: what the driver then says, at the page's door.
  await page.evaluate(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) =>
      constraints?.video
        ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
        : real(constraints);
  });
  await reopen(page);
  await opened(page, 'microphone');
  expect([await problemOf(page, 'camera'), await problemOf(page, 'microphone')]).toEqual(['device-busy', '']);
  expect(await page.locator('[data-device="camera"]').innerText()).toContain('被别的程序占用');

  // Refused: by what Electron is told to answer.
  await running.app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)),
  );
  await page.reload();
  await page.locator('nav [data-view=precheck]').click();
  await page.getByTestId('precheck-resume').click();
  await until(
    'refused',
    () => problemOf(page, 'camera'),
    (problem) => problem === 'permission-denied',
  );
  await until(
    'refused',
    () => problemOf(page, 'microphone'),
    (problem) => problem === 'permission-denied',
  );
}, 180_000);

test('no camera at all: the camera is what is missing', async () => {
  const page = await (await launchPrecheck({ cameras: 0 })).page();
  await noteOpening(page);
  await goToTake(page);
  await opened(page, 'microphone');
  await until(
    'missed',
    () => problemOf(page, 'camera'),
    (problem) => problem === 'no-device',
  );
  expect(await problemOf(page, 'microphone')).toBe('');
  await take(page);
  expect([await verdict(page, 'P2.c.camera'), await verdict(page, 'P2.c.microphone')]).toEqual([
    'fail',
    'pass',
  ]);
}, 120_000);

test('of two cameras the chosen one is opened and recorded', async () => {
  const userData = makeUserData();
  const page = await (
    await launch(['--precheck', '--use-fake-device-for-media-stream=fps=30,device-count=2'], userData)
  ).page();
  await page.getByTestId('precheck-start').waitFor();
  await noteOpening(page);
  await startAt(page, 'platform');
  await page.getByRole('button', { name: /^4 / }).click();
  await opened(page, 'camera');
  const list = page.locator('[data-device="camera"] select');
  const [, second] = await list
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await list.selectOption(second ?? '');
  await opened(page, 'camera');
  await until(
    'the second camera',
    () =>
      page.evaluate(() =>
        (window as unknown as { opened: MediaStream[] }).opened
          .flatMap((stream) => stream.getVideoTracks())
          .filter(({ readyState }) => readyState === 'live')
          .map((track) => track.getSettings().deviceId),
      ),
    (ids) => ids.length === 1 && ids[0] === second,
  );
  await take(page);
  const draft = JSON.parse(readFileSync(join(userData, 'precheck-draft.json'), 'utf8'));
  expect(draft.devices).toContainEqual(expect.objectContaining({ kind: 'camera', id: second }));
}, 120_000);

test('a photo of what was looked at is kept small, on this machine, and shown with the record', async () => {
  const running = await launchPrecheck({});
  const page = await running.page();
  await startAt(page, 'platform');
  await page.getByRole('button', { name: /^6 / }).click();
  const item = page.locator('[data-manual="P3.a"]');
  await item.getByLabel('是').check();
  const input = item.locator('input[type=file]');
  const choose = (name: string, buffer: Buffer) =>
    input.setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('no-picture.png', Buffer.from('no picture'));
  await item.getByRole('alert').waitFor();
  // A picture of 3,000 × 2,000 pixels as a telephone takes it.
  const base64 = await page.evaluate(async () => {
    const surface = new OffscreenCanvas(3_000, 2_000);
    const context = surface.getContext('2d');
    if (context) context.fillStyle = 'teal';
    context?.fillRect(0, 0, 3_000, 2_000);
    const bytes = new Uint8Array(await (await surface.convertToBlob()).arrayBuffer());
    return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
  });
  await choose('room.png', Buffer.from(base64, 'base64'));
  await item.locator('[data-photo="kept"]').waitFor();
  const folder = join(running.userData, 'precheck-pictures');
  const [file = ''] = readdirSync(folder);
  expect(file).toMatch(/-P3-a\.jpg$/);
  expect(readFileSync(join(folder, file)).length).toBeLessThanOrEqual(400_000);
  await next(page);
  await page.getByTestId('precheck-finish').click();
  const shown = page.getByRole('img', { name: '照片：工位整洁' });
  await until(
    'the photo',
    () => shown.evaluate((canvas) => (canvas as HTMLCanvasElement).width),
    (width) => width === 1_280,
  );
}, 60_000);

test('its key opens the pre-check', async () => {
  const running = await launch([], makeUserData());
  const page = await running.page();
  await page.getByTestId('station-verdict').waitFor();
  const key = await running.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    const item = items?.find(({ label }) => label === '开播检查');
    item?.click();
    return item?.accelerator;
  });
  expect(key).toBe('CommandOrControl+Shift+K');
  await page.getByTestId('precheck-start').waitFor();
}, 60_000);

test('a check outlives a crash: it goes on where it stopped', async () => {
  const userData = makeUserData();
  const first = await launchPrecheck({}, userData);
  const page = await first.page();
  await startAt(page, 'platform');
  await page.getByRole('button', { name: /^6 / }).click();
  await page.getByRole('button', { name: '这组都符合' }).first().click();
  await until(
    'confirmed',
    () => verdict(page, 'P1.a'),
    (one) => one === 'pass',
  );
  process.kill(first.pid, 'SIGKILL');

  const again = await (await launchPrecheck({}, userData)).page();
  await again.getByTestId('precheck-resume').click();
  await again.locator('[data-step="manual"]').waitFor();
  expect(await verdict(again, 'P1.a')).toBe('pass');
  expect(await verdict(again, 'P3.a')).toBe('pending');
  await next(again);
  expect(await again.getByTestId('precheck-result').getAttribute('data-result')).toBe('incomplete');
}, 120_000);

test('without a GO going on air asks first, and where IT blocks it, does not happen', async () => {
  const page = await (await launch()).page();
  const start = page.getByRole('button', { name: '开始直播' });
  const isOnAir = () => page.getByTestId('on-air').count();
  await start.click();
  await page.getByTestId('go-question').waitFor();
  await page.keyboard.press('Escape');
  expect(await isOnAir()).toBe(0);
  await page.evaluate(() => window.onair.invoke('settings:update', { onAirWithoutGo: 'block' }));
  await start.click();
  await page.getByText('IT 规定没有许可不能开播').waitFor();
  expect(await page.getByRole('button', { name: '直接开播' }).count()).toBe(0);
  const refused = await page.evaluate(() => window.onair.invoke('situation:set', { onAir: true }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
  await page.getByRole('button', { name: '去检查' }).click();
  await page.getByTestId('precheck-start').waitFor();
});
