/** The file could not even be opened. */
export class RefusedError extends Error {}

/** The file is not what it should be, though SQLite reads it: a check said so, or a newer program wrote it. */
export class DamagedError extends Error {}

/**
 * What a failure of the database means: `damaged`, the file must be set aside; `refused`, the disk is full, read-only
 * or broken, and may be fine later; null, a defect of ours.
 */
export function classify(error: unknown): 'damaged' | 'refused' | null {
  if (error instanceof DamagedError) return 'damaged';
  if (error instanceof RefusedError) return 'refused';
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  if (/^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|PERM|BUSY|LOCKED|AUTH|NOLFS|TOOBIG)/.test(code))
    return 'refused';
  // Errors of files, beside the database: ENOSPC, EROFS, EACCES.
  if (/^E[A-Z]+$/.test(code)) return 'refused';
  return null;
}

/** Whether only space is missing. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_FULL';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
