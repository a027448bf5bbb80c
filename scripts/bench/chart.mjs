import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ourCommand } from './apps.mjs';
import { row } from './compare.mjs';
import { bundleHistory } from './history-bundle.mjs';

const SERIES = 40;
const ROUNDS = 9;
/** Rest between two measurements, ms: what the one before left to do is not its fault. */
const REST_MS = 400;
/** How often the history's thread is let go to rest, and how long that takes when nobody asks it, ms. */
const WAKES = 3;
const ASLEEP_MS = 20_000;
/** A pointer rests on a button this long before it is pressed, ms: what a quick hand takes (ours). */
const HAND_MS = 100;

/** In the page: clicks a button, and gives the time until another curve than the one before was on screen, ms. */
const CLICK_UNTIL_DRAWN = `async ([selector, index]) => {
  const before = document.querySelector('[data-testid="history-chart"] canvas');
  const start = performance.now();
  document.querySelectorAll(selector)[index].click();
  for (;;) {
    await new Promise(requestAnimationFrame);
    const canvas = document.querySelector('[data-testid="history-chart"] canvas');
    if (canvas && canvas !== before) return performance.now() - start;
  }
}`;

/** In the page: keeps the longest task from now on. */
const WATCH_TASKS = `() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' });
}`;

/**
 * How long the history view takes on two years of 40 series and a month of a thousand incidents, and what it holds up meanwhile.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchChart(bench) {
  bench.tell(`history view: two years of ${SERIES} series, a thousand incidents, ${ROUNDS} rounds`);
  const [executablePath, args] = ourCommand(bench, []);
  await writePast(join(bench.work, 'ours'));
  const { _electron } = await import('playwright-core');
  const env = /** @type {Record<string, string>} */ (bench.env);
  const app = await _electron.launch({ executablePath, args, cwd: bench.work, env, timeout: 30_000 });
  try {
    const page = await app.firstWindow({ timeout: 30_000 });
    await page.waitForSelector('[data-part="R1.c"]:not([data-judgement="unknown"])');
    // The look for damage, five seconds after the start, is a thing of its own.
    await page.waitForTimeout(8_000);
    await page.evaluate(`(${WATCH_TASKS})()`);
    /** @param {string} selector @param {number} index @returns {Promise<number>} */
    const draw = (selector, index) =>
      page.evaluate(`(${CLICK_UNTIL_DRAWN})(${JSON.stringify([selector, index])})`);
    /** @type {Record<'open' | 'approached' | 'woken' | 'month' | 'held' | 'rest', number[]>} */
    const times = { open: [], approached: [], woken: [], month: [], held: [], rest: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.locator('nav [data-view=dashboard]').click();
      await page.waitForTimeout(REST_MS);
      await watchMain(app);
      times.open.push(await draw('nav [data-view=history]', 0));
      times.month.push(await draw('main fieldset button', 4));
      times.held.push(await mainHeld(app));
      await watchMain(app);
      await page.waitForTimeout(REST_MS);
      times.rest.push(await mainHeld(app));
    }
    for (let wake = 0; wake < WAKES; wake += 1) {
      await page.locator('nav [data-view=dashboard]').click();
      await page.waitForTimeout(ASLEEP_MS);
      times.woken.push(await draw('nav [data-view=history]', 0));
      await page.locator('nav [data-view=dashboard]').click();
      await page.waitForTimeout(ASLEEP_MS);
      await page.locator('nav [data-view=history]').hover();
      await page.waitForTimeout(HAND_MS);
      times.approached.push(await draw('nav [data-view=history]', 0));
    }
    const longest = Number(await page.evaluate('window.longest'));
    /** @param {string} id @param {string} what @param {number[]} runs @param {number} [limit] */
    const time = (id, what, runs, limit) =>
      row(
        { id: `chart.${id}`, what, unit: 'ms' },
        runs,
        undefined,
        limit === undefined ? undefined : () => limit,
      );
    return [
      time('open', 'history view: click → first chart', times.open, 300),
      time(
        'approached',
        "history view: click → first chart, the history's thread at rest until the pointer came",
        times.approached,
        300,
      ),
      time(
        'woken',
        "history view: click → first chart, the history's thread at rest until the click",
        times.woken,
        300,
      ),
      time('month', 'history view: 30 days on screen', times.month),
      time('task', 'history view: longest task of the page (0: below 50)', [longest], 50),
      // Beside it: the same program, when nothing is asked of its history.
      row(
        { id: 'chart.held', what: 'history view: main held meanwhile', unit: 'ms' },
        times.held,
        times.rest,
        () => 10,
      ),
    ];
  } finally {
    await app.close();
  }
}

/** @param {string} folder */
async function writePast(folder) {
  mkdirSync(folder, { recursive: true });
  const bundle = await bundleHistory();
  try {
    const { writeTwoYears } = await import(pathToFileURL(bundle.history).href);
    writeTwoYears(join(folder, 'history.db'), Date.now(), SERIES);
  } finally {
    bundle.remove();
  }
}

/** @param {import('playwright-core').ElectronApplication} app */
function watchMain(app) {
  return app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    Object.assign(globalThis, { delay });
  });
}

/** Longest time that main was held since it is watched, ms. @param {import('playwright-core').ElectronApplication} app */
function mainHeld(app) {
  return app.evaluate(() => {
    const { delay } = /** @type {{ delay: import('node:perf_hooks').IntervalHistogram }} */ (
      /** @type {unknown} */ (globalThis)
    );
    delay.disable();
    // Its own timer of a millisecond is in every value.
    return Math.max(0, delay.max / 1e6 - 1);
  });
}
