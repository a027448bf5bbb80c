import { execFile } from 'node:child_process';

/** Name on the session bus of whoever shows tray icons. */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const ASK_TIMEOUT_MS = 2_000;

/** Ways to ask the bus whether a name is owned; every desktop has at least one of the programs. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      BUS,
      '--object-path',
      '/org/freedesktop/DBus',
      '--method',
      `${BUS}.NameHasOwner`,
      WATCHER,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${BUS}`,
      '/org/freedesktop/DBus',
      `${BUS}.NameHasOwner`,
      `string:${WATCHER}`,
    ],
  ],
  ['busctl', ['--user', 'call', BUS, '/org/freedesktop/DBus', BUS, 'NameHasOwner', 's', WATCHER]],
];

/**
 * Whether this desktop shows tray icons. Windows and macOS always do; on Linux it depends (GNOME needs an extension),
 * and Electron does not say.
 */
export async function findTrayHost(platform: NodeJS.Platform, ask: typeof run = run): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of QUESTIONS) {
    const answer = await ask(program, args);
    if (answer !== null) return /\btrue\b/.test(answer);
  }
  return false;
}

/** Output of a program; null when it could not be run, or failed. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: ASK_TIMEOUT_MS }, (error, stdout) => resolve(error ? null : stdout));
  });
}

/** Least time between two questions to the bus, ms: each starts a program. */
const ASK_PAUSE_MS = 10_000;

/** What is known of the tray's host; panels come and go, and at log-in they come late. */
export class TrayHost {
  private there: boolean;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly platform: NodeJS.Platform) {
    this.there = platform !== 'linux';
  }

  /** The last answer. */
  get isThere(): boolean {
    return this.there;
  }

  /** Asks again, unless that was done just now. */
  async refresh(): Promise<boolean> {
    if (performance.now() - this.askedAt < ASK_PAUSE_MS) return this.there;
    this.askedAt = performance.now();
    this.there = await findTrayHost(this.platform);
    return this.there;
  }
}
