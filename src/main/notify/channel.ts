import type { Situation } from '../../shared/ipc/contract.js';
import type { Settings } from '../../shared/settings/schema.js';

/** How a fault is announced: in a popup and a notification, as a count beside the tray's words, or not at all. */
export type Channel = 'popup' | 'badge' | 'nothing';

/** What decides about it. */
export type ChannelNeeds = Pick<Settings, 'popups' | 'role'> & {
  readonly onAir: boolean;
  readonly muted: boolean;
};

/** How faults are announced now. The list of the main page has them in any case. */
export function chooseChannel({ popups, role, onAir, muted }: ChannelNeeds): Channel {
  if (muted) return 'nothing';
  if (popups === 'never') return 'badge';
  // On air a popup is seen by whoever watches the presenter's screen, and takes the presenter's eyes off the audience.
  if (onAir && (popups === 'not-on-air' || role === 'presenter')) return 'badge';
  return 'popup';
}

/** {@link chooseChannel} for settings and a situation as they are kept. */
export function channelNow(settings: Pick<Settings, 'popups' | 'role'>, situation: Situation): Channel {
  const { popups, role } = settings;
  return chooseChannel({ popups, role, onAir: situation.onAir, muted: situation.mutedUntil !== null });
}
