import type { Collector, Sample } from '../../collector.js';
import { type Battery, type PowerAnswer, parsePower } from './batteries.js';
import type { LhmReader } from './lhm/reader.js';
import { railSamples } from './lhm/sensors.js';
import { type Part, partOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { createReader, faulty, noHost, unreadable } from './reader.js';

const source = 'BatteryStatus';

/** `power.ac`. A question that failed is `failed`: only an answer without any battery means "on mains". */
export function createPowerAc(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.power-ac',
    metrics: ['power.ac'],
    tier: 'fast',
    timeoutMs: 6_000,
    request: 'fast',
  } as const;
  return createReader(host, head, (answer) => {
    const part = partOf(answer, 'power');
    if (part.kind === 'fault') return faulty(['power.ac'], source, part);
    const power = parsePower(part.value);
    return power === null ? unreadable(['power.ac'], source) : [acSample(power)];
  });
}

/** Whether mains power feeds the machine. */
export function acSample({ batteries, charges }: PowerAnswer): Sample {
  if (batteries.length === 0 && charges.length === 0)
    return { metric: 'power.ac', source: 'no-battery', value: 1 };
  if (batteries.some(({ online }) => online === true)) return { metric: 'power.ac', source, value: 1 };
  if (batteries.some(({ online }) => online === false)) return { metric: 'power.ac', source, value: 0 };
  return { metric: 'power.ac', source, missing: 'failed' };
}

const METRICS = ['power.battery', 'power.voltage', 'power.current', 'power.ups'] as const;

/**
 * `power.battery`, `power.voltage`, `power.current`, `power.ups`: live values of the batteries' driver. The rails of the
 * board are instances of `power.voltage`, where LibreHardwareMonitor tells them.
 */
export function createBattery(host: PowerShellHost, lhm: LhmReader): Collector {
  return {
    id: 'windows.battery',
    metrics: METRICS,
    tier: 'medium',
    timeoutMs: 8_000,
    async read(context) {
      const [answer, tree] = await Promise.all([host.ask('fast', context), lhm.read(context)]);
      const rails = tree.kind === 'sensors' ? railSamples(tree.sensors) : [];
      return [...batterySamples(answer), ...rails];
    },
  };
}

function batterySamples(answer: HostAnswer | 'blocked' | 'absent'): Sample[] {
  if (typeof answer !== 'object') return METRICS.map((metric) => noHost(metric, answer));
  const part: Part = partOf(answer, 'power');
  if (part.kind === 'fault') return faulty(METRICS, source, part);
  const power = parsePower(part.value);
  return power === null ? unreadable(METRICS, source) : powerSamples(power);
}

/** Readings of all batteries; of several, the charge is weighed by what each holds, and each is an instance. */
export function powerSamples({ batteries, charges }: PowerAnswer): Sample[] {
  const own = batteries.filter(({ isUps }) => !isUps);
  const ups = batteries.filter(({ isUps }) => isUps);
  // Win32_Battery does not say which battery it means: its charge is only of use where there is one.
  const told = batteries.length === 1 && charges.length === 1 ? (charges[0] ?? null) : null;
  const upsCharge = together(ups) ?? told;
  const [only] = own;
  return [
    ...(only === undefined ? [] : ownSamples(own, only, told)),
    ...(ups.length === 0
      ? []
      : [
          upsCharge === null
            ? lacking('power.ups')
            : ({ metric: 'power.ups', source, value: upsCharge } as const),
        ]),
  ];
}

function ownSamples(own: readonly Battery[], only: Battery, told: number | null): Sample[] {
  if (own.length === 1) return samplesOf(only, told);
  const charge = together(own);
  return [
    charge === null ? lacking('power.battery') : { metric: 'power.battery', source, value: charge },
    ...own.flatMap((battery) =>
      samplesOf(battery, null).map((sample) => ({ ...sample, instance: battery.instance })),
    ),
  ];
}

function samplesOf(battery: Battery, told: number | null): Sample[] {
  const note = battery.state === null ? {} : { note: battery.state };
  const sample = (metric: Sample['metric'], value: number | null): Sample =>
    value === null ? lacking(metric) : { metric, source, value, ...note };
  return [
    sample('power.battery', together([battery]) ?? told),
    sample('power.voltage', battery.volts),
    sample('power.current', battery.amperes),
  ];
}

/** Charge of some batteries together, %; null where one does not tell. */
function together(batteries: readonly Battery[]): number | null {
  const energies = batteries.map(({ energy }) => energy).filter((energy) => energy !== null);
  if (energies.length === 0 || energies.length < batteries.length) return null;
  const now = energies.reduce((sum, energy) => sum + energy.now, 0);
  const full = energies.reduce((sum, energy) => sum + energy.full, 0);
  return Math.min(100, (100 * now) / full);
}

const lacking = (metric: Sample['metric']): Sample => ({ metric, source, missing: 'unsupported' });
