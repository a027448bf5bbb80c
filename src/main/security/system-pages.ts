import { spawn } from 'node:child_process';
import { shell } from 'electron';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { SYSTEM_PAGES, type SystemPage } from '../../shared/playbooks/system-pages.js';
import type { Log } from '../log/log.js';

/** How a page of the system's settings is opened. Nothing in it ever comes from a page of ours. */
export type PageTarget =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] };

type Table = Readonly<Partial<Record<SystemPage, PageTarget>>>;

const address = (text: string): PageTarget => ({ kind: 'address', address: text });
const program = (name: string, ...args: string[]): PageTarget => ({ kind: 'program', program: name, args });

/** `ms-settings:` addresses as Microsoft lists them ("Launch Windows Settings"). */
const WINDOWS: Table = {
  camera: address('ms-settings:privacy-webcam'),
  microphone: address('ms-settings:privacy-microphone'),
  sound: address('ms-settings:sound'),
  network: address('ms-settings:network-status'),
  power: address('ms-settings:powersleep'),
  storage: address('ms-settings:storagesense'),
  updates: address('ms-settings:windowsupdate'),
  security: address('windowsdefender:'),
};

const pane = (id: string): PageTarget => address(`x-apple.systempreferences:${id}`);
const MACOS: Table = {
  camera: pane('com.apple.preference.security?Privacy_Camera'),
  microphone: pane('com.apple.preference.security?Privacy_Microphone'),
  sound: pane('com.apple.preference.sound'),
  network: pane('com.apple.preference.network'),
  power: pane('com.apple.preference.battery'),
  storage: pane('com.apple.settings.Storage'),
  updates: pane('com.apple.preferences.softwareupdate'),
  security: pane('com.apple.preference.security'),
};

const GNOME: Table = {
  camera: program('gnome-control-center', 'camera'),
  microphone: program('gnome-control-center', 'microphone'),
  sound: program('gnome-control-center', 'sound'),
  network: program('gnome-control-center', 'network'),
  power: program('gnome-control-center', 'power'),
  storage: program('baobab'),
  updates: program('gnome-software', '--mode=updates'),
};
const KDE: Table = {
  sound: program('systemsettings', 'kcm_pulseaudio'),
  network: program('systemsettings', 'kcm_networkmanagement'),
  power: program('systemsettings', 'kcm_powerdevilprofilesconfig'),
  storage: program('filelight'),
  updates: program('plasma-discover', '--mode', 'update'),
};
const XFCE: Table = {
  sound: program('pavucontrol'),
  network: program('nm-connection-editor'),
  power: program('xfce4-power-manager-settings'),
};

/** The pages of a system. @param desktop `XDG_CURRENT_DESKTOP`, on Linux */
function tableOf(platform: NodeJS.Platform, desktop: string): Table {
  if (platform === 'win32') return WINDOWS;
  if (platform === 'darwin') return MACOS;
  if (/gnome|unity|ubuntu|pantheon|cinnamon/i.test(desktop)) return GNOME;
  if (/kde|plasma/i.test(desktop)) return KDE;
  return /xfce/i.test(desktop) ? XFCE : {};
}

/** How a page is opened here; undefined: this system has no such page that we know. */
export function pageTarget(
  page: SystemPage,
  platform: NodeJS.Platform,
  desktop: string,
): PageTarget | undefined {
  return tableOf(platform, desktop)[page];
}

/** The pages that this system has. */
export function systemPages(platform: NodeJS.Platform, desktop: string): SystemPage[] {
  return SYSTEM_PAGES.filter((page) => pageTarget(page, platform, desktop) !== undefined);
}

/** Opens a page of the system's settings. `NOT_READY`: there is none, or it could not be started. */
export async function openSystemPage(
  page: SystemPage,
  log: Log,
  platform: NodeJS.Platform = process.platform,
  desktop: string = process.env.XDG_CURRENT_DESKTOP ?? '',
): Promise<Result<undefined>> {
  const target = pageTarget(page, platform, desktop);
  if (!target) return failure('NOT_READY', `no page for ${page}`);
  try {
    if (target.kind === 'address') await shell.openExternal(target.address);
    else await start(target.program, target.args);
    return success(undefined);
  } catch (error) {
    log.warn(`settings page ${page} did not open`, error);
    return failure('NOT_READY', `${page} did not open`);
  }
}

/** Starts a program that outlives this one. */
function start(name: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
