/** Sizes and places of the parts of a record of wtmp on Linux, bytes (bits/utmp.h of glibc: the same on 32 and 64 bits). */
const RECORD = { bytes: 384, user: 44, userBytes: 32, seconds: 340 } as const;
/** Kinds of records (utmp(5)). */
const RUN_LEVEL = 1;
const BOOT_TIME = 2;

/**
 * Starts of the machine in a wtmp that follow another start without a shutdown between them, ms since 1970. null: it is no
 * wtmp, or it knows of no start at all. Never throws.
 */
export function unexpectedStartsOf(wtmp: Uint8Array): number[] | null {
  if (wtmp.length === 0 || wtmp.length % RECORD.bytes !== 0) return null;
  const view = new DataView(wtmp.buffer, wtmp.byteOffset, wtmp.byteLength);
  let isRunning: boolean | null = null;
  const unexpected: number[] = [];
  for (let at = 0; at < wtmp.length; at += RECORD.bytes) {
    const kind = view.getInt16(at, true);
    const user = textAt(wtmp, at + RECORD.user, RECORD.userBytes);
    if (kind === RUN_LEVEL && user === 'shutdown') isRunning = false;
    if (kind !== BOOT_TIME || user !== 'reboot') continue;
    if (isRunning === true) unexpected.push(view.getUint32(at + RECORD.seconds, true) * 1_000);
    isRunning = true;
  }
  return isRunning === null ? null : unexpected;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  const text = Buffer.from(bytes.subarray(from, from + length)).toString('latin1');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
