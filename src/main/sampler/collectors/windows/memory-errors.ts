import type { Collector, Sample } from '../../collector.js';
import { type LogEvent, parseEvents, timesNote } from './event-log.js';
import { countOf, type Fields, partOf, textOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { createReader, faulty } from './reader.js';

const metric = 'memory.errors';
const source = 'WHEA-Logger';

/** MemoryErrorCorrection of Win32_PhysicalMemoryArray that finds errors: parity, single-bit and multi-bit ECC, CRC. */
const CHECKING = new Set([4, 5, 6, 7]);

/** FILETIME of 1970, and its ticks a millisecond. */
const EPOCH = 116_444_736_000_000_000n;
const TICKS_PER_MS = 10_000n;

/**
 * `memory.errors` since the start of Windows, from what its hardware error architecture logged: corrected ones lead, the
 * others are the instance `uncorrected`. Memory that does not check itself logs nothing, which is no 0.
 */
export function createMemoryErrors(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.memory-errors',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 45_000,
    request: 'memory',
  } as const;
  return createReader(host, head, memorySamples);
}

/** Readings of the request `memory`. */
export function memorySamples(answer: HostAnswer): Sample[] {
  const events = partOf(answer, 'events');
  if (events.kind === 'fault') return faulty([metric], source, events);
  const log = parseEvents(events.value);
  const boot = bootTime(events.value);
  if (log === null || boot === null) return [{ metric, source, missing: 'failed' }];
  const since = log.events.filter(
    ({ at, provider }) => at >= boot && provider === 'Microsoft-Windows-WHEA-Logger',
  );
  const corrected = since.filter((event) => event.id === 47 || (event.id === 19 && isMemory(event)));
  const uncorrected = since.filter((event) => event.id === 46 || (event.id === 18 && isMemory(event)));
  const seen = corrected.length + uncorrected.length > 0;
  if (!seen && !checksItself(answer)) return [{ metric, source, missing: 'unsupported', advice: 'no-ecc' }];
  return [count(corrected), { ...count(uncorrected), instance: 'uncorrected' }];
}

function count(events: readonly LogEvent[]): Sample {
  const note = timesNote(events);
  return { metric, source, value: events.length, ...(note === '' ? {} : { note }) };
}

function checksItself(answer: HostAnswer): boolean {
  const ecc = partOf(answer, 'ecc');
  const list = ecc.kind === 'value' ? ecc.value.list : null;
  const kinds = Array.isArray(list) ? list : [list];
  return kinds.some((kind) => CHECKING.has(countOf(kind) ?? 0));
}

function bootTime({ boot }: Fields): number | null {
  if (typeof boot !== 'string' || !/^\d{1,19}$/.test(boot)) return null;
  return Number((BigInt(boot) - EPOCH) / TICKS_PER_MS);
}

/**
 * Whether a machine check is about memory: the low half of MCi_STATUS has the form 000F 0000 1MMM CCCC of a memory
 * controller (Intel SDM vol. 3B, 17.9.2). Those of caches and buses are the processor's own.
 */
export function isMemory({ fields }: LogEvent): boolean {
  const status = textOf(fields.MciStat);
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(status)) return false;
  return (Number(BigInt(status) & 0xffffn) & 0xef80) === 0x0080;
}
