import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../lib/bundle.mjs';
import { startOurs } from './apps.mjs';
import { alternately, row } from './compare.mjs';
import { SETTLE_MS } from './tray.mjs';

const ROUNDS = 3;
/** Points of one core that looking at 1080p30 and listening may cost over showing the same preview. */
const INCREMENT = 35;
const ASK_MS = 60_000;
const CONNECT_MS = 20_000;
const LISTENING = /DevTools listening on (ws:\S+)/;

/** The same preview without analysis: nobody is told of a frame, and the sound goes nowhere. */
const PREVIEW_ALONE = `
  HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0;
  AudioContext.prototype.createMediaStreamSource = () => ({ connect() {} });
`;
/** Takes one after the other, as long as the step is shown, and what all that are done have lost. */
const KEEP_TAKING = `
  const lost = (globalThis.lost = { takes: 0, samples: 0, frames: 0 });
  setInterval(() => {
    const start = document.querySelector('[data-testid="take-start"]:enabled');
    if (!start) return;
    const { lostSamples, lostFrames } = document.querySelector('[data-lost-samples]').dataset;
    if (lostSamples) {
      lost.takes += 1;
      lost.samples += Number(lostSamples);
      lost.frames += Number(lostFrames);
    }
    start.click();
  }, 200);
`;

/**
 * Camera and microphone under analysis, in takes that follow one another, beside the same preview alone; pictures are
 * decoded and drawn by the processor, as everywhere where Chromium has no graphics card.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchPrecheck(bench) {
  const seconds = Math.max(10, Math.min(60, bench.seconds / ROUNDS));
  bench.tell(`pre-check: ${ROUNDS} rounds of ${Math.round(seconds)} s of 1080p30`);
  const media = await writeMedia(bench.work);
  /** @type {{ samples: number[], frames: number[] }} */
  const lost = { samples: [], frames: [] };
  /** @param {string} before @param {string} after */
  const measure = async (before, after) => {
    const program = startOurs(bench, ['--precheck', '--remote-debugging-port=0', ...media]);
    const [, address = ''] = await program.until('debugging port', () => LISTENING.exec(program.output()));
    const browser = await connect(address);
    const page = await program.until('page', () => browser.contexts()[0]?.pages()[0]);
    await goToTake(page, before);
    await page.evaluate(after);
    await sleep(SETTLE_MS);
    const { cpu } = await program.cost(seconds);
    if (after !== '') {
      await page.waitForFunction('lost.takes > 0');
      const { samples, frames } = await page.evaluate('lost');
      lost.samples.push(samples);
      lost.frames.push(frames);
    }
    await browser.close();
    await program.end();
    return cpu;
  };
  const { ours, reference } = await alternately(ROUNDS, {
    ours: () => measure('', KEEP_TAKING),
    reference: () => measure(PREVIEW_ALONE, ''),
  });
  return [
    row(
      { id: 'precheck.cpu', what: 'pre-check at 1080p30 (software decoding), CPU', unit: '% of one core' },
      ours,
      reference,
      (preview) => preview + INCREMENT,
    ),
    row({ id: 'precheck.lost', what: 'samples of sound lost', unit: '' }, lost.samples, undefined, () => 0),
    row({ id: 'precheck.missed', what: 'pictures missed', unit: '' }, lost.frames, undefined, () => 0),
  ];
}

/** The driver now and then waits for ever, though its connection is made. @param {string} address */
async function connect(address) {
  const { chromium, errors } = await import('playwright-core');
  const trying = () => chromium.connectOverCDP(address, { timeout: CONNECT_MS });
  return trying().catch((/** @type {unknown} */ error) => {
    if (error instanceof errors.TimeoutError) return trying();
    throw error;
  });
}

/** @param {import('playwright-core').Page} page @param {string} before what is done before the devices are opened */
async function goToTake(page, before) {
  page.setDefaultTimeout(ASK_MS);
  const start = page.getByTestId('precheck-start');
  const resume = page.getByTestId('precheck-resume');
  await start.or(resume).waitFor();
  await page.evaluate(before);
  if (await resume.isVisible()) await resume.click();
  else await start.click();
  await page.locator('[data-step]').waitFor();
  const name = page.locator('[data-step="operator"] input');
  if (await name.isVisible()) {
    await name.fill('Bench');
    await name.press('Enter');
    await page.locator('[data-step="platform"]').waitFor();
  }
  await page.locator('nav ol button').nth(3).click();
  await page.locator('[data-device="camera"][data-open="true"]').waitFor();
  await page.locator('[data-device="microphone"][data-open="true"]').waitFor();
}

/** @param {string} folder @returns {Promise<string[]>} switches that give Chromium these devices */
async function writeMedia(folder) {
  const bundle = await bundleForNode('precheck-media');
  try {
    const { writeFilm, writeSound } = await import(pathToFileURL(join(bundle.folder, bundle.file)).href);
    return [
      '--use-fake-device-for-media-stream=fps=30',
      `--use-file-for-fake-video-capture=${writeFilm(folder, 'sharp')}`,
      `--use-file-for-fake-audio-capture=${writeSound(folder, 'healthy', 44_100)}`,
    ];
  } finally {
    bundle.remove();
  }
}
