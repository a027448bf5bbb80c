import type { Collector, Sample } from '../../collector.js';
import { countOf, type Fields, numberOf, partOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { createReader, faulty } from './reader.js';

const metric = 'system.updates';
const source = 'Windows Update, last own search';

/** HRESULTs: the service is switched off; it can't be started. */
const SERVICE_OFF = /0x80070422|0x8024001E|0x8024002E/i;

/**
 * `system.updates`: software updates that wait (no drivers, no optional ones), from what Windows Update found at its own
 * last search. Dear for the machine, so it waits while the station is on air.
 */
export function createUpdates(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.updates',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 60_000,
    request: 'updates',
    heavy: true,
  } as const;
  return createReader(host, head, (answer, { at }) => {
    const part = partOf(answer, 'updates');
    if (part.kind === 'value') return [updateSample(part.value, at)];
    const fault = answer.updates as { readonly fault?: { readonly hresult?: unknown } };
    const isOff = SERVICE_OFF.test(String(fault?.fault?.hresult ?? ''));
    return faulty([metric], source, part, isOff ? 'start-windows-update' : undefined);
  });
}

/** OperationResultCode of the search: 2 succeeded; 3 succeeded in part, so that the number may be too low. */
const SUCCEEDED = 2;

const DAY_MS = 86_400_000;

/** Reading of a search; `at` is now, ms since 1970. */
export function updateSample({ result, count, searched, installed }: Fields, at: number): Sample {
  const pending = countOf(count);
  if (numberOf(result) !== SUCCEEDED || pending === null) return { metric, source, missing: 'failed' };
  const searchedAt = numberOf(searched);
  // Windows that has never searched knows of no update: that is not the same as none.
  if (searchedAt === null || searchedAt <= 0)
    return { metric, source, missing: 'unsupported', advice: 'start-windows-update' };
  const days = Math.max(0, Math.floor((at - searchedAt) / DAY_MS));
  const installedAt = numberOf(installed);
  const when =
    installedAt === null || !(installedAt > 0 && installedAt < 8e15)
      ? ''
      : `, last installed ${new Date(installedAt).toISOString().slice(0, 10)}`;
  return { metric, source, value: pending, note: `searched ${days} d ago${when}` };
}
