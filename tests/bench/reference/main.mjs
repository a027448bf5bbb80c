// The least that a program of the same shape costs on this runtime: what `npm run bench` measures ours against.
import { app, BrowserWindow, Tray, utilityProcess } from 'electron';

/** tray | window (it updates itself) | static | popup */
const part = app.commandLine.getSwitchValue('part');
const here = (/** @type {string} */ file) => `${app.getAppPath()}/${file}`;
/** Kept: a collected tray vanishes. @type {Tray | undefined} */
let tray;

/** @param {string} page @param {{ width: number, height: number }} size */
function open(page, size) {
  const window = new BrowserWindow({ ...size, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile(here(page)).catch(() => undefined);
  return window;
}

app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  tray = new Tray(app.commandLine.getSwitchValue('icon'));
  tray.setToolTip('Reference');
  utilityProcess.fork(here('idle.mjs'));
  const dashboard = { width: 1180, height: 760 };
  if (part === 'window') open('updating.html', dashboard);
  if (part === 'static') open('static.html', dashboard);
  if (part === 'popup') setTimeout(showPopup, 3_000);
});

/** A window that is asked for at a known moment. */
function showPopup() {
  console.log(`asked ${Date.now()}`);
  open('static.html', { width: 380, height: 220 }).once('show', () => console.log(`shown ${Date.now()}`));
}
