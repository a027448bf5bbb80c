const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Stretches that can be chosen, ms; the names are catalogue keys below `ui.history.range.`. */
export const RANGES = [
  ['minutes10', 10 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['day', DAY_MS],
  ['week', 7 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['year', 365 * DAY_MS],
  ['years', 730 * DAY_MS],
] as const;
