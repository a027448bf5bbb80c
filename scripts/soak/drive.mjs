import { setTimeout as sleep } from 'node:timers/promises';
import { anonOf, pssOf } from '../bench/group.mjs';

/** @typedef {import('playwright-core').ElectronApplication} App */
/**
 * What is left in use while no window is open.
 * @typedef {object} Use
 * @property {number} main MB (PSS) of the main process
 * @property {number} own MB (PSS) of it that belong to no file
 * @property {number} heap MB of objects that main still needs
 * @property {number} renderers
 * @property {number} handles of main: timers, sockets, pipes
 * @property {number} listeners in main
 * @property {string} kinds the handles by kind
 */

/** Settings of a soak: no popup, whose page would come and go by a clock of its own while others are counted. */
export const SOAK_SETTINGS = { setUp: true, popups: 'never' };

/** Time that memory and processes take to go, ms. */
const REST_MS = 4_000;

/** Time in which a program has started, ms, and then the time in which it finds the tray. */
const START_MS = 60_000;
const TRAY_MS = 3_000;

/**
 * Waits until a window can be opened and closed; without a tray a closed window would stay in the task bar.
 * @param {App} app
 */
export async function untilStarted(app) {
  const deadline = Date.now() + START_MS;
  while ((await app.evaluate(({ app: electron }) => electron.listenerCount('activate'))) === 0) {
    if (Date.now() > deadline) throw new Error(`not started within ${START_MS} ms`);
    await sleep(100);
  }
  await sleep(TRAY_MS);
}

/**
 * Opens the window and closes it again, with the dashboard or with the diagnostics in it.
 * @param {App} app
 * @param {number} count
 * @param {number} openMs time that it stays open
 */
export async function openAndClose(app, count, openMs) {
  for (let i = 0; i < count; i++) {
    await app.evaluate(
      async ({ app: electron, BrowserWindow }, { showMs, view }) => {
        const { setTimeout: later } = globalThis;
        const pause = (/** @type {number} */ ms) => new Promise((resolve) => later(resolve, ms));
        electron.emit('activate');
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('no window came');
        const { webContents } = window;
        if (webContents.isLoadingMainFrame())
          await new Promise((resolve) => webContents.once('did-finish-load', () => resolve(undefined)));
        webContents.send('view:open', { view });
        await pause(showMs);
        const gone = new Promise((resolve) => window.once('closed', () => resolve(undefined)));
        window.close();
        await gone;
      },
      { showMs: openMs, view: i % 2 === 0 ? 'dashboard' : 'diagnostics' },
    );
  }
}

/**
 * Measures what is in use, after everything that can go has gone.
 * @param {App} app started with `--js-flags=--expose-gc`
 * @returns {Promise<Use>}
 */
export async function measure(app) {
  await sleep(REST_MS);
  const found = await app.evaluate(async ({ app: electron, ipcMain, nativeTheme, powerMonitor, session }) => {
    const { gc } = /** @type {{ gc?: () => void }} */ (globalThis);
    if (!gc) throw new Error('started without --expose-gc');
    for (let round = 0; round < 4; round++) {
      gc();
      await new Promise((resolve) => globalThis.setTimeout(resolve, 100));
    }
    const emitters = [electron, ipcMain, nativeTheme, powerMonitor, session.defaultSession, process];
    const listeners = emitters.flatMap((one) =>
      one.eventNames().map((name) => one.listenerCount(/** @type {never} */ (name))),
    );
    return {
      main: process.pid,
      heap: process.memoryUsage().heapUsed / 1e6,
      renderers: electron.getAppMetrics().filter(({ type }) => type === 'Tab').length,
      kinds: process.getActiveResourcesInfo(),
      listeners: listeners.reduce((sum, count) => sum + count, 0),
    };
  });
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const kind of found.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    main: pssOf([found.main]),
    own: anonOf([found.main]),
    heap: found.heap,
    renderers: found.renderers,
    handles: found.kinds.length,
    listeners: found.listeners,
    kinds: [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '),
  };
}

/**
 * Waits for the end of the replay. @returns the station's clock then
 * @param {App} app
 * @param {number} withinMs
 */
export async function replayEnd(app, withinMs) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const page = await openPage(app);
    const state = await page.evaluate(async () => {
      const { onair } = /** @type {any} */ (globalThis);
      const { value } = await onair.invoke('monitor:snapshot', undefined);
      return {
        at: Number(value.at),
        ended: value.sampler.state === 'ended',
        ends: Number(value.ended.length),
      };
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    if (state.ended) return state;
    if (Date.now() > deadline)
      throw new Error(`the replay did not end; it is at ${new Date(state.at).toISOString()}`);
    await sleep(2_000);
  }
}

/** @param {App} app */
async function openPage(app) {
  const coming = app.waitForEvent('window', { timeout: 20_000 });
  await app.evaluate(({ app: electron }) => void electron.emit('activate'));
  const page = await coming;
  await page.waitForSelector('[data-testid="station-verdict"]', { timeout: 20_000 });
  return page;
}
