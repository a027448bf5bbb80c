/** Closed list of what can go wrong in a call from a page. */
export const ERROR_CODES = [
  /** The page may not call this (not our window, not the main frame, not our origin). */
  'FORBIDDEN',
  /** The arguments are not what the contract says. */
  'INVALID',
  /** IT fixed it for this machine. */
  'LOCKED',
  /** It can't be done yet, or there is nothing to do. */
  'NOT_READY',
  /** It could not be stored (disk full, folder read-only). */
  'NOT_STORED',
  /** A defect of ours; details are in the log. */
  'INTERNAL',
] as const;

/** A code of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The answer to a call: a value, or a code with a message for the log. Texts for people come from the catalogues. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** A successful answer. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failed answer. */
export const failure = <T = never>(code: ErrorCode, message: string): Result<T> => ({
  ok: false,
  error: { code, message },
});
