import { usualValues } from '../../shared/precheck/measured/usual.js';
import type { MeasureId } from '../../shared/precheck/measures.js';
import type { MeasureValues } from '../../shared/precheck/record/evidence-schema.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';

type Device = PrecheckRecord['devices'][number];

/** Measures that are compared with what they usually are here, and the device that they are a property of. */
const COMPARED = [
  { measure: 'camera.sharpness', kind: 'camera' },
  { measure: 'microphone.floor', kind: 'microphone' },
] as const satisfies readonly { measure: MeasureId; kind: Device['kind'] }[];
/** Checks that "usual" is told from: the last five (ours). */
const CHECKS = 5;

/** What is usual here: the median of the last checks in which the item passed with the same device. */
export function usualByRecords(
  records: readonly PrecheckRecord[],
  devices: readonly Device[],
): MeasureValues {
  const usual: MeasureValues = {};
  for (const { measure, kind } of COMPARED) {
    const id = devices.find((one) => one.kind === kind)?.id;
    const values = records
      .filter((record) => record.devices.some((one) => one.kind === kind && one.id === id))
      .flatMap((record) => usualValues(record)[measure] ?? [])
      .slice(-CHECKS)
      .sort((a, b) => a - b);
    const middle = values[Math.floor(values.length / 2)];
    if (middle !== undefined) usual[measure] = middle;
  }
  return usual;
}
