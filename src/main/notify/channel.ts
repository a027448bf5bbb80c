import type { Situation } from '../../shared/ipc/contract.js';
import { isQuiet } from '../../shared/settings/quiet-hours.js';
import type { Settings } from '../../shared/settings/schema.js';

/** How a fault is announced: in a popup and a notification, as a count beside the tray's words, or not at all. */
export type Channel = 'popup' | 'badge' | 'nothing';

/** What decides about it. */
export type ChannelNeeds = Pick<Settings, 'popups' | 'role'> & {
  readonly onAir: boolean;
  /** Whether it is a time of the day without popups. */
  readonly quiet: boolean;
  readonly muted: boolean;
};

/** How faults are announced now. The list of the main page has them in any case. */
export function chooseChannel({ popups, role, onAir, quiet, muted }: ChannelNeeds): Channel {
  if (muted) return 'nothing';
  if (popups === 'never' || quiet) return 'badge';
  // On air a popup is seen by whoever watches the presenter's screen, and takes the presenter's eyes off the audience.
  if (onAir && (popups === 'not-on-air' || role === 'presenter')) return 'badge';
  return 'popup';
}

/** {@link chooseChannel} for settings and a situation as they are kept. */
export function channelNow(
  settings: Pick<Settings, 'popups' | 'role' | 'quietHours'>,
  situation: Situation,
  now: Date,
): Channel {
  const { popups, role, quietHours } = settings;
  const quiet = isQuiet(quietHours, now);
  return chooseChannel({ popups, role, quiet, onAir: situation.onAir, muted: situation.mutedUntil !== null });
}
