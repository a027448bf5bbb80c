import { expect, test } from 'vitest';
import type { FilmName } from '../support/media/films.js';
import type { SoundName } from '../support/media/sounds.js';
import {
  goToTake,
  launchPrecheck,
  measure,
  noteOpening,
  opened,
  SIZE,
  take,
  verdict,
} from './support/precheck.js';

type Expected = readonly [verdict: string, ...reasons: readonly string[]];

/* One film and one sound at a time: they are judged apart, and a launch is dear. */
const CASES: readonly (readonly [FilmName, Expected, SoundName, Expected])[] = [
  ['sharp', ['pass'], 'healthy', ['pass']],
  ['blurred', ['warn', '画面模糊'], 'silence', ['fail', '没有任何声音']],
  ['black', ['fail', '画面是黑的'], 'clipping', ['fail', '削']],
  ['frozen', ['fail', '画面卡住不动'], 'hum', ['warn', '电流声']],
  ['underexposed', ['fail', '画面太暗'], 'noise-40', ['fail', '噪声']],
  ['overexposed', ['fail', '过曝'], 'noise-52', ['warn', '噪声']],
  ['slow', ['fail', '帧率'], 'dead-channel', ['warn', '声道']],
  ['small', ['fail', '画面尺寸'], 'tone', ['fail']],
];

/** Levels that the sounds were made with, dBFS. */
const LEVELS: Partial<Record<SoundName, Readonly<Record<string, number>>>> = {
  tone: { 'microphone.rms': -20, 'microphone.peak': -17, 'microphone.floor': -20 },
  'noise-40': { 'microphone.floor': -40 },
  'noise-52': { 'microphone.floor': -52 },
};

test.each(CASES)(
  '%s picture: %j; %s: %j',
  async (film, picture, sound, heard) => {
    const size = film === 'small' ? ([640, 480] as const) : SIZE;
    const page = await (await launchPrecheck({ film, size, sound })).page();
    await noteOpening(page);
    await goToTake(page);
    await opened(page, 'camera');
    await opened(page, 'microphone');
    await take(page);
    const found = async (item: 'camera' | 'microphone') => ({
      verdict: await verdict(page, `P2.c.${item}`),
      text: await page.locator(`[data-evidence="P2.c.${item}"]`).innerText(),
    });
    const [camera, microphone] = [await found('camera'), await found('microphone')];
    expect([camera.verdict, microphone.verdict], `${camera.text}\n${microphone.text}`).toEqual([
      picture[0],
      heard[0],
    ]);
    for (const reason of picture.slice(1)) expect(camera.text).toContain(reason);
    for (const reason of heard.slice(1)) expect(microphone.text).toContain(reason);
    for (const [id, level] of Object.entries(LEVELS[sound] ?? {})) {
      const measured = await measure(page, id);
      expect(measured, id).not.toBeNull();
      expect(Math.abs((measured ?? 0) - level), `${id}: ${measured}`).toBeLessThanOrEqual(0.5);
    }
    expect(await measure(page, 'camera.width')).toBe(size[0]);
  },
  180_000,
);

test('takes that follow each other at a limit leave nothing to press in between', async () => {
  const page = await (await launchPrecheck({ sound: 'noise-60' })).page();
  await goToTake(page);
  await opened(page, 'camera');
  await opened(page, 'microphone');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const is = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
    new MutationObserver(() => {
      const now = is('take-start') ? 'start' : is('take-phase') ? 'take' : 'breath';
      if (seen.at(-1) !== now) seen.push(now);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await take(page);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.join(' ')).toMatch(/^start( take breath)+ take start$/);
}, 180_000);
