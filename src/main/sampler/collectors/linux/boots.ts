import type { JournalEntry } from './journal.js';

/** Message ids of systemd (catalog/systemd.catalog): journal started and stopped, going down, core dumped. */
export const MESSAGE_IDS = {
  journalStart: 'f77379a8490b408bbe5f6940505a777b',
  journalStop: 'd93fb3c9c24d451a97cea615ce59c00b',
  shutdown: '98268866d1d54a499c4e98921d93bc40',
  coreDump: 'fc2e22bc6ee647b6b90729ab34a250b1',
} as const;

/**
 * Starts of the machine that came without the one before having ended, ms since 1970. The journal says "stopped" last of all
 * when a machine goes down in order; it also says so while it starts (when the real disk takes over) and at updates, but then
 * starts again. A start before which nothing is recorded may have followed anything and does not count.
 */
export function unexpectedStarts(entries: readonly JournalEntry[]): number[] {
  const boots = new Map<string, { readonly start: number; isRunning: boolean }>();
  for (const { at, boot, field } of entries) {
    const id = field('MESSAGE_ID');
    if (boot === '' || !(id === MESSAGE_IDS.journalStart || isEnd(id))) continue;
    const known = boots.get(boot) ?? { start: at, isRunning: true };
    known.isRunning = !isEnd(id);
    boots.set(boot, known);
  }
  const inOrder = [...boots.values()].sort((a, b) => a.start - b.start);
  return inOrder.slice(1).flatMap(({ start }, index) => (inOrder[index]?.isRunning ? [start] : []));
}

const isEnd = (id: string): boolean => id === MESSAGE_IDS.journalStop || id === MESSAGE_IDS.shutdown;

/** Programs without which the desktop is gone: their end is the crash of the system for whoever sits before it. */
const DESKTOP =
  /^(Xorg|Xwayland|gnome-shell|gnome-session-b|mutter|kwin_x11|kwin_wayland|plasmashell|sway|Hyprland|labwc|weston|cinnamon|xfwm4|gdm-x-session|sddm)$/;

/** Core dumps of the desktop: when, and of which program. */
export function desktopCrashes(
  entries: readonly JournalEntry[],
): { readonly at: number; readonly text: string }[] {
  return entries.flatMap(({ at, field }) => {
    const program = field('COREDUMP_COMM');
    return field('MESSAGE_ID') === MESSAGE_IDS.coreDump && DESKTOP.test(program)
      ? [{ at, text: program }]
      : [];
  });
}
