import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { itemText, profilerItems } from './profiler.js';
import { TOOLS } from './tools.js';

const metric = 'disk.smart';
const source = 'system_profiler SPNVMeDataType SPSerialATADataType';

/** What a disk says of its own health; null: it does not say. */
export interface DiskHealth {
  readonly instance: string;
  readonly name: string;
  readonly healthy: boolean | null;
}

/** Words of the system for the health of a disk; all others (`Not Supported`) say nothing. */
const HEALTHY: Readonly<Record<string, boolean>> = { Verified: true, Failing: false };

/** Reads the disks of a report. null: it is no report. */
export function parseDiskHealth(text: string): DiskHealth[] | null {
  const kinds = ['SPNVMeDataType', 'SPSerialATADataType'].map((kind) => profilerItems(text, kind));
  if (kinds.every((items) => items === null)) return null;
  return kinds.flatMap((items) =>
    (items ?? []).flatMap((item): DiskHealth[] => {
      const status = itemText(item, 'smart_status');
      const name = itemText(item, 'device_model') || itemText(item, '_name');
      const instance = itemText(item, 'device_serial') || itemText(item, 'bsd_name');
      if (status === '' || instance === '') return [];
      return [{ instance, name, healthy: Object.hasOwn(HEALTHY, status) ? (HEALTHY[status] ?? null) : null }];
    }),
  );
}

/** `disk.smart`: what the built-in disks say of their own health; macOS asks no disk on USB. A failing one leads. */
export function createDiskSmart(run: RunCommand): Collector {
  return {
    id: 'macos.disk-smart',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 32_000,
    async read(context) {
      const args = ['SPNVMeDataType', 'SPSerialATADataType', '-json'];
      const answer = answerOf(await run(TOOLS.systemProfiler, args, context, { timeoutMs: 30_000 }));
      if (answer.missing !== undefined) return lacking([metric], source, answer.missing);
      const disks = parseDiskHealth(answer.text);
      return disks === null ? lacking([metric], source, 'failed') : samplesOf(disks);
    },
  };
}

function samplesOf(disks: readonly DiskHealth[]): Sample[] {
  const told = disks.filter(({ healthy }) => healthy !== null);
  const failing = told.filter(({ healthy }) => healthy === false);
  if (told.length === 0) return [{ metric, source, missing: 'unsupported' }];
  const names = (failing.length > 0 ? failing : told).map(({ name }) => name).join(', ');
  return [
    { metric, source, value: failing.length > 0 ? 0 : 1, note: names },
    ...disks.map(
      ({ instance, name, healthy }): Sample =>
        healthy === null
          ? { metric, source, instance, note: name, missing: 'unsupported' }
          : { metric, source, instance, note: name, value: healthy ? 1 : 0 },
    ),
  ];
}
