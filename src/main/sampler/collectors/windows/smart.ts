import type { Collector, Sample } from '../../collector.js';
import { parseDisks } from './disk-identity.js';
import { countOf, type Fields, listOf, partOf, textOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { createReader, faulty } from './reader.js';

const metric = 'disk.smart';
const source = 'MSFT_PhysicalDisk.HealthStatus';

/** `disk.smart`: what Windows thinks of each disk, and what ATA firmware predicts where this user may ask it. */
export function createSmart(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.smart',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 60_000,
    request: 'smart',
  } as const;
  return createReader(host, head, (answer) => {
    const part = partOf(answer, 'health');
    if (part.kind === 'fault') return faulty([metric], source, part);
    const prediction = partOf(answer, 'prediction');
    // Administrators only; for everybody else HealthStatus has the same knowledge, summed up.
    const predicted = prediction.kind === 'value' && predictsFailure(prediction.value);
    return healthSamples(part.value, predicted);
  });
}

/** Whether any disk's firmware predicts that it fails (MSStorageDriver_FailurePredictStatus). */
export function predictsFailure(value: Fields): boolean {
  return (listOf(value.list) ?? []).some((row) => row.predicted === true);
}

/** Readings of MSFT_PhysicalDisk.HealthStatus: 0 healthy; 1 warning and 2 unhealthy are not; 5 is not known. */
export function healthSamples(value: Fields, predicted: boolean): Sample[] {
  const rows = listOf(value.list);
  if (rows === null) return [{ metric, source, missing: 'failed' }];
  const disks = parseDisks(rows).map(({ instance, model, row }): Sample => {
    const name = model || textOf(row.uniqueId) || instance;
    switch (countOf(row.health)) {
      case 0:
        return { metric, source, instance, value: 1, note: name };
      case 1:
        return { metric, source, instance, value: 0, note: `${name}: warning` };
      case 2:
        return { metric, source, instance, value: 0, note: `${name}: unhealthy` };
      default:
        return { metric, source, instance, missing: 'unsupported', note: name };
    }
  });
  const failing = disks.filter(({ value: healthy }) => healthy === 0);
  const note = failing.map((disk) => disk.note).join(', ') || (predicted ? 'failure predicted' : '');
  if (failing.length > 0 || predicted) return [{ metric, source, value: 0, note }, ...disks];
  const known = disks.some(({ missing }) => missing === undefined);
  return [known ? { metric, source, value: 1 } : { metric, source, missing: 'unsupported' }, ...disks];
}
