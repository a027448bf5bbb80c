import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { writeAtomic } from './write-atomic.js';

/** The command that starts the program: the executable, then its arguments. */
export type Command = readonly [string, ...string[]];

/** What is the same under every name. */
const NAMES = ['Name=OnAir Sentry', 'Name[zh_CN]=开播卫士'];

/** Where desktops of Linux look for programs to start at login. */
export function autostartFile(
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'autostart', 'onair-sentry.desktop');
}

/** The desktop file that starts a command at login. */
export function desktopEntry(command: Command): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    ...NAMES,
    `Exec=${command.map(quote).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * One argument of an Exec line. Two rules of the Desktop Entry specification apply one after the other: quoting of
 * the argument, then escaping of the string as a value, which doubles every backslash; a percent sign stands for a
 * field unless it is doubled.
 */
function quote(argument: string): string {
  const plain = /^[\w@%+=:,./-]+$/.test(argument);
  const quoted = plain ? argument : `"${argument.replace(/["`$\\]/g, '\\$&')}"`;
  return quoted
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

/** Puts the desktop file in place, or takes it away. Writes only what is new. */
export function setDesktopEntry(file: string, command: Command, on: boolean): Result<void> {
  try {
    if (!on) rmSync(file, { force: true });
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== desktopEntry(command))
      writeAtomic(file, desktopEntry(command));
    return success(undefined);
  } catch (error) {
    return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
  }
}

/** The command that starts this program hidden, on the user data that it runs on now. */
export function startCommand(): Command {
  const program = process.env.APPIMAGE || process.execPath;
  // Unpackaged, the executable is a bare Electron that needs to be told which program.
  const folder = app.isPackaged ? [] : [app.getAppPath()];
  const data = app.commandLine.getSwitchValue('user-data-dir')
    ? [`--user-data-dir=${app.getPath('userData')}`]
    : [];
  return [program, ...folder, ...data, '--hidden'];
}

/** Starts the program when the user logs in, hidden in the tray; or no longer. */
export function setAutostart(on: boolean): Result<void> {
  const command = startCommand();
  if (process.platform === 'linux') return setDesktopEntry(autostartFile(), command, on);
  const [path, ...args] = command;
  app.setLoginItemSettings({ openAtLogin: on, path, args });
  if (app.getLoginItemSettings({ path, args }).openAtLogin === on) return success(undefined);
  return failure('NOT_STORED', 'the system did not take it');
}

/** Whether macOS started the program at login: it passes no arguments then, so nothing else says to stay hidden. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
