import { hasChineseFont, missingLibraries } from './linux-libraries.mjs';
import { aptLine, ELECTRON_PACKAGES, FONT_PACKAGE, hasCommand, installPackages } from './linux-packages.mjs';
import { Stop } from './stop.mjs';

/** Commands that a virtual display needs, and the packages that bring them. */
export const DISPLAY_TOOLS = { Xvfb: 'xvfb' };

/** Commands that the test desktop and the end-to-end tests need, and the packages that bring them. */
export const TEST_TOOLS = {
  ...DISPLAY_TOOLS,
  'dbus-daemon': 'dbus',
  'dbus-send': 'dbus',
  openbox: 'openbox',
  'xfce4-panel': 'xfce4-panel',
  dunst: 'dunst',
  import: 'imagemagick',
  xdotool: 'xdotool',
  xprop: 'x11-utils',
  // Two screens; the driver has no command of its own, and comes with the server.
  Xorg: ['xserver-xorg-core', 'xserver-xorg-video-dummy'],
  xrandr: 'x11-xserver-utils',
  // Lossy networks: two namespaces with a cable between them, and packets that are dropped by number.
  ip: 'iproute2',
  nft: 'nftables',
  ping: 'iputils-ping',
  // A second opinion on the archives that are saved.
  unzip: 'unzip',
  // What a report says, read by another program.
  pdftotext: 'poppler-utils',
};

/**
 * Makes sure that Electron's libraries, the given commands and a font for Chinese text are there.
 * @param {string} dist Electron's folder
 * @param {Readonly<Record<string, string | readonly string[]>>} tools command → package, or packages
 * @param {import('./linux-packages.mjs').Rights} rights
 */
export async function ensureLinuxSystem(dist, tools, rights) {
  const { say } = rights;
  const missing = await missingParts(dist, tools);
  const font = (await hasChineseFont()) ? [] : [FONT_PACKAGE];
  if (missing.length > 0) {
    const packages = missing.flatMap((name) => tools[name] ?? ELECTRON_PACKAGES);
    await installPackages([...new Set([...packages, ...font])], missing, rights);
    const left = await missingParts(dist, tools);
    if (left.length > 0) throw new Stop(say.text('systemStillMissing', { missing: left.join(' ') }));
  } else if (font.length > 0) {
    await installFont(font, rights);
  }
  say('systemFine');
}

/**
 * Names of missing libraries and commands.
 * @param {string} dist
 * @param {Readonly<Record<string, string | readonly string[]>>} tools
 */
async function missingParts(dist, tools) {
  return [...(await missingLibraries(dist)), ...Object.keys(tools).filter((name) => !hasCommand(name))];
}

/**
 * A missing font makes texts hard to read, but is no reason not to start.
 * @param {string[]} font
 * @param {import('./linux-packages.mjs').Rights} rights
 */
async function installFont(font, { root, say }) {
  try {
    if (root) return await installPackages(font, font, { root, say });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  say('fontMissing', { command: aptLine(font) });
}
