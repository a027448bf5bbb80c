/** What decides whether this copy of the program can replace itself. */
export interface UpdateHost {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Path of the AppImage that the program runs from, if it does. */
  readonly appImage: string | undefined;
}

/** Where newer versions are looked for, or why nowhere. */
export type UpdatePlan =
  | { readonly on: true; readonly feed: string }
  | { readonly on: false; readonly reason: 'no-feed' | 'bad-feed' | 'not-packaged' | 'package-manager' };

/** Time between two looks, ms. */
const PERIOD_MS = 12 * 3600_000;

/** Decides about updates. Without a feed, which only IT can name, there are none. */
export function planUpdates(feed: string | undefined, host: UpdateHost): UpdatePlan {
  if (feed === undefined) return { on: false, reason: 'no-feed' };
  const address = feedAddress(feed);
  if (address === null) return { on: false, reason: 'bad-feed' };
  if (!host.packaged) return { on: false, reason: 'not-packaged' };
  // A deb belongs to the system's package manager, and replacing it would ask for the administrator's password.
  if (host.platform === 'linux' && !host.appImage) return { on: false, reason: 'package-manager' };
  return { on: true, feed: address };
}

/**
 * Whether to look now. Never on air: a download would take bandwidth from the stream.
 * @param sinceLook time since the last look, ms; undefined before the first
 */
export function isLookDue(sinceLook: number | undefined, onAir: boolean): boolean {
  return !onAir && (sinceLook === undefined || sinceLook >= PERIOD_MS);
}

/** The feed's address as it is used; null unless it is plain https. */
function feedAddress(feed: string): string | null {
  if (!URL.canParse(feed)) return null;
  const url = new URL(feed);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return url.protocol === 'https:' && plain ? url.href : null;
}
