import type { Collector, Sample } from '../../collector.js';
import type { Adapter } from './network-answer.js';
import { countOf, type Fields, listOf, numberOf, partOf, textOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { faulty, noHost } from './reader.js';

const metric = 'network.signal';
const source = 'wlanapi';

/** Error codes of Windows: access denied, and no such device state. */
const ACCESS_DENIED = 5;
const INVALID_STATE = 5_023;
/** WLAN_INTERFACE_STATE: connected. */
const CONNECTED = 1;

/** `network.signal`, dBm of the Wi-Fi adapter with the default route. A wired one is not asked for at all. */
export function createWifi(host: PowerShellHost, adapter: () => Adapter | null | undefined): Collector {
  return {
    id: 'windows.wifi',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 15_000,
    async read(context) {
      const current = adapter();
      if (current === undefined) return [{ metric, source, missing: 'warming-up' }];
      if (current === null) return [{ metric, source, missing: 'not-present' }];
      if (!current.wireless) return [{ metric, source, missing: 'not-present', note: 'wired' }];
      const answer = await host.ask('wifi', context);
      if (typeof answer !== 'object') return [noHost(metric, answer)];
      const part = partOf(answer, 'wifi');
      if (part.kind === 'value') return [signalSample(part.value, current.id)];
      return faulty([metric], source, part, part.missing === 'needs-rights' ? 'allow-location' : undefined);
    },
  };
}

/** The signal of one adapter, by its GUID in upper case. */
export function signalSample(value: Fields, id: string): Sample {
  const row = listOf(value.list)?.find((each) => textOf(each.id).toUpperCase() === id);
  if (row === undefined) return { metric, source, missing: 'failed' };
  const error = countOf(row.error);
  // Windows 11 24H2 tells radios to nobody who may not know the location.
  if (error === ACCESS_DENIED) return { metric, source, missing: 'needs-rights', advice: 'allow-location' };
  if (numberOf(row.state) !== CONNECTED || error === INVALID_STATE)
    return { metric, source, missing: 'not-present', note: 'not connected' };
  const dbm = numberOf(row.dbm);
  // A driver that knows no dBm answers 0 or a percentage.
  return error === 0 && dbm !== null && dbm < 0 && dbm >= -130
    ? { metric, source, value: dbm }
    : { metric, source, missing: 'unsupported' };
}
