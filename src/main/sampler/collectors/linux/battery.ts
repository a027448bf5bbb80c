import type { Collector, Sample } from '../../collector.js';
import { createRails } from './board.js';
import { parseInteger } from './files.js';
import { createPowerSupplies, fromMicro, type PowerSupply, readAttributes } from './power-supplies.js';

const ATTRIBUTES = [
  'present',
  'status',
  'capacity',
  'energy_now',
  'energy_full',
  'charge_now',
  'charge_full',
  'voltage_now',
  'current_now',
  'power_now',
] as const;

type Attributes = Readonly<Record<(typeof ATTRIBUTES)[number], string | null>>;

/** State of one battery; null: it does not tell. */
export interface Battery {
  readonly name: string;
  readonly status: string | null;
  readonly percent: number | null;
  /** Energy in it and when full, Wh: the weight of a battery among several. */
  readonly energy: { readonly now: number; readonly full: number } | null;
  readonly volts: number | null;
  /** Negative while discharging. */
  readonly amperes: number | null;
}

/**
 * `power.battery`, `power.voltage`, `power.current`: live values of the machine's batteries, by `type`; the rails of the
 * board are instances of `power.voltage`.
 */
export function createBattery(root: string): Collector {
  const listSupplies = createPowerSupplies(root);
  const readRails = createRails(root);
  return {
    id: 'linux.battery',
    metrics: ['power.battery', 'power.voltage', 'power.current'],
    tier: 'medium',
    timeoutMs: 3_000,
    async read({ monotonic }) {
      const supplies = listSupplies(monotonic).filter(({ kind }) => kind === 'battery');
      return [...(await readAll(root, supplies)), ...(await readRails(monotonic))];
    },
  };
}

async function readAll(root: string, supplies: readonly PowerSupply[]): Promise<Sample[]> {
  const batteries: Battery[] = [];
  for (const { name } of supplies) {
    const attributes = await readAttributes(root, name, ATTRIBUTES);
    // An empty battery bay is listed as well.
    if (attributes.present !== '0') batteries.push(toBattery(name, attributes));
  }
  const [only] = batteries;
  if (only === undefined) return [];
  if (batteries.length === 1) return samplesOf(only);
  const each = batteries.flatMap((battery) =>
    samplesOf(battery).map((sample) => ({ ...sample, instance: battery.name })),
  );
  return [together(batteries), ...each];
}

/** Makes sense of the attributes of one battery. */
export function toBattery(name: string, raw: Attributes): Battery {
  const volts = positive(fromMicro(raw.voltage_now));
  const energy =
    capacityOf(fromMicro(raw.energy_now), fromMicro(raw.energy_full), 1) ??
    (volts === null ? null : capacityOf(fromMicro(raw.charge_now), fromMicro(raw.charge_full), volts));
  const told = parseInteger(raw.capacity);
  const watts = fromMicro(raw.power_now);
  const current = fromMicro(raw.current_now) ?? (watts === null || volts === null ? null : watts / volts);
  return {
    name,
    status: raw.status,
    percent: told ?? (energy === null ? null : (100 * energy.now) / energy.full),
    energy,
    volts,
    // Drivers disagree on the sign; the status does not.
    amperes: current === null ? null : Math.abs(current) * (raw.status === 'Discharging' ? -1 : 1),
  };
}

const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

function capacityOf(now: number | null, full: number | null, factor: number): Battery['energy'] {
  return now === null || full === null || full <= 0 ? null : { now: now * factor, full: full * factor };
}

function samplesOf({ name, status, percent, volts, amperes }: Battery): Sample[] {
  const source = `power_supply:${name}`;
  const told = (metric: Sample['metric'], value: number | null): Sample =>
    value === null
      ? { metric, source, missing: 'unsupported' }
      : { metric, source, value, ...(status === null ? {} : { note: status }) };
  return [told('power.battery', percent), told('power.voltage', volts), told('power.current', amperes)];
}

/** Charge of several batteries together, weighted by what each can hold. */
function together(batteries: readonly Battery[]): Sample {
  const source = `power_supply:${batteries.map(({ name }) => name).join('+')}`;
  const energies = batteries.map(({ energy }) => energy).filter((energy) => energy !== null);
  if (energies.length < batteries.length) return { metric: 'power.battery', source, missing: 'unsupported' };
  const now = energies.reduce((sum, energy) => sum + energy.now, 0);
  const full = energies.reduce((sum, energy) => sum + energy.full, 0);
  return { metric: 'power.battery', source, value: Math.min(100, (100 * now) / full) };
}
