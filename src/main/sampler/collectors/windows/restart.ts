import type { Collector, Sample } from '../../collector.js';
import { type Fields, partOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { createReader, faulty } from './reader.js';

const metric = 'system.restartPending';
const source = 'registry: RebootRequired, RebootPending';

/** `system.restartPending`: whether Windows Update or its servicing waits for a restart. */
export function createRestart(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.restart',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 15_000,
    request: 'system',
  } as const;
  return createReader(host, head, (answer) => {
    const part = partOf(answer, 'restart');
    return part.kind === 'fault' ? faulty([metric], source, part) : [restartSample(part.value)];
  });
}

/** Whether one of the two keys is there. Files that programs ask to be replaced at a restart are no such wish. */
export function restartSample({ updates, components }: Fields): Sample {
  if (updates === true || components === true)
    return { metric, source, value: 1, note: updates === true ? 'Windows Update' : 'Windows servicing' };
  return updates === false && components === false
    ? { metric, source, value: 0 }
    : { metric, source, missing: 'failed' };
}
