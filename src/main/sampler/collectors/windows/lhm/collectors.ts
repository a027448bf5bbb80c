import type { Collector, ReadContext, Sample } from '../../../collector.js';
import { type Fields, listOf, numberOf, partOf, textOf } from '../part.js';
import type { PowerShellHost } from '../powershell/host.js';
import type { LhmAnswer, LhmReader } from './reader.js';
import { cpuSamples, fanSamples } from './sensors.js';

const source = 'LibreHardwareMonitor';

/** How often the ACPI zones are asked for a note, ms: they are no reading, so rarely. */
const ZONES_MS = 60_000;

/**
 * `cpu.temperature` of LibreHardwareMonitor, the only one that may be believed on Windows. Without it there is no value;
 * what the ACPI zones say is put into the note, named as what it is.
 */
export function createCpuTemperature(host: PowerShellHost, lhm: LhmReader): Collector {
  let zones: { readonly at: number; readonly note: string | null } | null = null;
  async function substitute(context: ReadContext): Promise<string | null> {
    if (zones !== null && context.monotonic - zones.at < ZONES_MS) return zones.note;
    zones = { at: context.monotonic, note: zones?.note ?? null };
    const answer = await host.ask('system', context).catch(() => null);
    const part = typeof answer === 'object' && answer !== null ? partOf(answer, 'zones') : null;
    zones = { at: zones.at, note: part?.kind === 'value' ? zoneNote(part.value) : null };
    return zones.note;
  }
  return {
    id: 'windows.cpu-temperature',
    metrics: ['cpu.temperature'],
    tier: 'fast',
    timeoutMs: 4_000,
    async read(context) {
      const answer = await lhm.read(context);
      if (answer.kind === 'sensors') return cpuSamples(answer.sensors);
      // The note must not keep the reading waiting: it comes with a later one.
      if (answer.kind === 'absent') void substitute(context).catch(() => null);
      const note = answer.kind === 'absent' ? (zones?.note ?? null) : null;
      return [missing('cpu.temperature', answer, note)];
    },
  };
}

/** `fan.speed` of LibreHardwareMonitor, one instance per fan. */
export function createFans(lhm: LhmReader): Collector {
  return {
    id: 'windows.fans',
    metrics: ['fan.speed'],
    tier: 'medium',
    timeoutMs: 4_000,
    async read(context) {
      const answer = await lhm.read(context);
      if (answer.kind !== 'sensors') return [missing('fan.speed', answer, null)];
      return fanSamples(answer.sensors);
    },
  };
}

function missing(metric: Sample['metric'], answer: LhmAnswer, note: string | null): Sample {
  const head = { metric, source, ...(note === null ? {} : { note }) };
  if (answer.kind === 'absent') return { ...head, missing: 'unsupported', advice: 'start-lhm' };
  if (answer.kind === 'locked') return { ...head, missing: 'needs-rights', note: 'password set' };
  return { ...head, missing: answer.kind === 'timed-out' ? 'timed-out' : 'failed' };
}

/** Hottest ACPI zone for a note, labelled as the substitute it is; null: none that can be true. */
export function zoneNote(value: Fields): string | null {
  const zones = (listOf(value.list) ?? []).flatMap((row) => {
    const tenths = numberOf(row.tenths);
    // A zone that is not wired up says 0 K, or exactly the freezing point of water.
    return tenths !== null && tenths > 2_732 && tenths < 4_232 ? [{ name: textOf(row.name), tenths }] : [];
  });
  const [hottest] = zones.sort((a, b) => b.tenths - a.tenths);
  if (hottest === undefined) return null;
  return `substitute, not the processor: ACPI zone ${hottest.name} ${((hottest.tenths - 2_731.5) / 10).toFixed(1)} °C`;
}
