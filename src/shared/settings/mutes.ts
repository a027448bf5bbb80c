/** Lengths of time without popups that are offered, minutes. */
export const POPUP_MUTES = [15, 60, 240] as const;
