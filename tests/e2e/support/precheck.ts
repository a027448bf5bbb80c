import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type FilmName, writeFilm } from '../../support/media/films.js';
import { type SoundName, writeSound } from '../../support/media/sounds.js';
import { launch, makeUserData, type RunningApp } from './app.js';
import { until } from './wait.js';

/** What the fake devices show and play. */
export interface FakeMedia {
  readonly film?: FilmName;
  /** Size of the film, pixels; smaller than real to save time where size is not what is tested. */
  readonly size?: readonly [number, number];
  readonly sound?: SoundName;
  /** How many cameras there are. */
  readonly cameras?: number;
}

/** A sound file begins again after this long; one that never changes is not waited for longer, ms. */
const LOOP_MS = 11_000;
/** Speech is louder than this, the room quieter than that, dBFS; this long of it is no pause between two words, ms. */
const LOUD_DB = -30;
const QUIET_DB = -35;
const QUIET_MS = 600;
/** Rate of Chromium's fake microphone, Hz: a file of another rate would lose the noise above it. */
const RATE = 44_100;
/** Size of the pictures where size is not what is tested, pixels: two cores that others use as well decode it in time. */
export const SIZE = [1_280, 720] as const;
/** Frames a second that are asked for; the films have 30, of which a loaded machine may lose some. */
const FPS = 25;

/** Switches that give Chromium these devices; the files are removed with the test. */
export function fakeMedia({
  film = 'sharp',
  size = SIZE,
  sound = 'healthy',
  cameras = 1,
}: FakeMedia): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'onair-media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return [
    `--use-fake-device-for-media-stream=fps=30,device-count=${cameras}`,
    ...(cameras > 0 ? [`--use-file-for-fake-video-capture=${writeFilm(folder, film, ...size)}`] : []),
    `--use-file-for-fake-audio-capture=${writeSound(folder, sound, RATE)}`,
  ];
}

/** Opens the program at the pre-check, with fake devices. */
export async function launchPrecheck(media: FakeMedia, userData = makeUserData()): Promise<RunningApp> {
  const running = await launch(['--precheck', ...fakeMedia(media)], userData);
  const page = await running.page();
  await page.getByTestId('precheck-start').or(page.getByTestId('precheck-resume')).waitFor();
  return running;
}

/** Begins a check, and goes on to a step; who makes it is filled in on the way. */
export async function startAt(page: Page, step: string): Promise<void> {
  await page.getByTestId('precheck-start').click();
  await page.getByLabel('姓名').fill('王主播');
  await next(page);
  for (const one of ['platform', 'automatic', 'take', 'headphones', 'manual', 'result']) {
    await page.locator(`[data-step="${one}"]`).waitFor();
    if (one === step) return;
    if (one === 'platform') await askForPictures(page);
    await next(page);
  }
}

/** Begins a check and goes to the take at once, past what the program finds out alone. */
export async function goToTake(page: Page): Promise<void> {
  await startAt(page, 'platform');
  await askForPictures(page);
  await page.getByRole('button', { name: /^4 / }).click();
  await page.locator('[data-step="take"]').waitFor();
}

/** Asks for the pictures of the tests: their size, and fewer a second than the film has. */
export async function askForPictures(page: Page): Promise<void> {
  for (const [label, value] of [
    ['画面宽', SIZE[0]],
    ['画面高', SIZE[1]],
    ['帧率', FPS],
  ] as const) {
    await page.getByLabel(label).fill(String(value));
    await page.getByLabel(label).press('Enter');
  }
}

/** Goes one step on, as soon as that can be done. */
export const next = (page: Page): Promise<void> =>
  page.getByTestId('precheck-next').click({ timeout: 60_000 });

/** Waits until a device of the take is open. */
export const opened = (page: Page, kind: 'camera' | 'microphone'): Promise<void> =>
  page.locator(`[data-device="${kind}"][data-open="true"]`).waitFor({ timeout: 20_000 });

/** Notes what is opened. Must be called before the step of the take. */
export async function noteOpening(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const opened: MediaStream[] = [];
    Object.assign(window, { opened });
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      opened.push(stream);
      return stream;
    };
  });
}

/** What a page is told when it asks for both devices. */
export const ask = (page: Page): Promise<string> =>
  page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
        return 'given';
      },
      (error: Error) => error.name,
    ),
  );

/** States of the tracks that were opened since {@link noteOpening}. */
export const tracks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ((window as unknown as { opened?: MediaStream[] }).opened ?? [])
      .flatMap((stream) => stream.getTracks())
      .map(({ readyState }) => readyState),
  );

/**
 * Waits until the voice has just ended: the next three seconds are a quiet room, and then it speaks again. By what is
 * heard and not by a clock: a loaded machine plays a file slower than it should.
 */
const voiceEnded = (page: Page): Promise<void> =>
  page.evaluate(
    ([loop = 0, loud = 0, quiet = 0, long = 0]) =>
      new Promise<void>((resolve) => {
        const begun = performance.now();
        let heard = false;
        let quietSince: number | null = null;
        const timer = setInterval(() => {
          const now = performance.now();
          const level = Number(
            document.querySelector('[data-testid="level"]')?.getAttribute('data-value') || -120,
          );
          if (level > loud) heard = true;
          if (!heard || level > quiet) quietSince = null;
          else quietSince ??= now;
          const ended = quietSince !== null && now - quietSince >= long;
          if (!ended && now - begun < loop) return;
          clearInterval(timer);
          resolve();
        }, 50);
      }),
    [LOOP_MS, LOUD_DB, QUIET_DB, QUIET_MS],
  );

/** Makes a take that begins when the voice has just ended, and waits until it was judged. */
export async function take(page: Page): Promise<void> {
  await voiceEnded(page);
  await page.getByTestId('take-start').click();
  await page.getByTestId('take-phase').waitFor();
  await until(
    'the take judged',
    () => page.locator('[data-lost-samples]').getAttribute('data-lost-samples'),
    (lost) => lost !== '' && lost !== null,
    60_000,
  );
  await page.getByTestId('take-start').waitFor({ timeout: 90_000 });
}

/** Verdict of an item. */
export const verdict = (page: Page, item: string): Promise<string | null> =>
  page.locator(`[data-item="${item}"]`).getAttribute('data-verdict');

/** Value of a measure; null: it could not be had. */
export async function measure(page: Page, id: string): Promise<number | null> {
  const text = await page.locator(`[data-measure="${id}"]`).getAttribute('data-value');
  return text === null || text === '' ? null : Number(text);
}
