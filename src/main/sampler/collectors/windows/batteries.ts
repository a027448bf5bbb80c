import { METRICS } from '../../../../shared/metrics/dictionary.js';
import { countOf, type Fields, listOf, numberOf, textOf } from './part.js';

/** State of one battery; null where it does not tell. */
export interface Battery {
  /** Driver's name of it, stable while it stays in its bay. */
  readonly instance: string;
  readonly isUps: boolean;
  readonly online: boolean | null;
  readonly state: 'Charging' | 'Discharging' | null;
  readonly energy: { readonly now: number; readonly full: number } | null;
  readonly volts: number | null;
  /** Negative while discharging. */
  readonly amperes: number | null;
}

/** Power of one moment. */
export interface PowerAnswer {
  readonly batteries: readonly Battery[];
  /** Charge in % of the batteries that Win32_Battery lists, null where it does not tell. */
  readonly charges: readonly (number | null)[];
}

/** Values by which batteries say "unknown" (batclass.h: BATTERY_UNKNOWN_*). */
const UNKNOWN = new Set([0xffffffff, 0x80000000, -0x80000000, -1]);
/** BATTERY_STATIC_DATA.Capabilities: counts in units of its own, no mW; and is a UPS (batclass.h). */
const RELATIVE_UNITS = 0x40000000;
const SHORT_TERM = 0x20000000;

/** Reads the part `power`; null: it is none. Never throws. */
export function parsePower(value: Fields): PowerAnswer | null {
  const known = listOf(value.batteries);
  const status = listOf(value.status);
  if (known === null || status === null) return null;
  return {
    batteries: status.flatMap(parseBattery),
    charges: known.map(({ charge }) => {
      const percent = numberOf(charge);
      return percent !== null && percent >= 0 && percent <= 100 ? percent : null;
    }),
  };
}

function parseBattery(row: Fields): Battery[] {
  const instance = textOf(row.instance);
  if (instance === '') return [];
  const capabilities = countOf(row.capabilities) ?? 0;
  const told = measured(row.voltage);
  const millivolts = told !== null && told > 0 ? told : null;
  const volts = within(millivolts === null ? null : millivolts / 1_000, METRICS['power.voltage'].max);
  const now = measured(row.remaining);
  const full = measured(row.full);
  const state = row.discharging === true ? 'Discharging' : row.charging === true ? 'Charging' : null;
  const relative = (capabilities & RELATIVE_UNITS) !== 0;
  return [
    {
      instance,
      isUps: (capabilities & SHORT_TERM) !== 0 || /^(HID|USB)\\/i.test(instance),
      online: typeof row.online === 'boolean' ? row.online : null,
      state,
      energy: now === null || full === null || full <= 0 || now < 0 ? null : { now, full },
      volts,
      amperes: relative ? null : within(current(row, state, volts), METRICS['power.current'].max),
    },
  ];
}

const measured = (value: unknown): number | null => {
  const number = numberOf(value);
  return number === null || UNKNOWN.has(number) ? null : number;
};

/** A value that is no larger, either way, than the metric can be; a driver's nonsense is null. */
const within = (value: number | null, max: number): number | null =>
  value !== null && Math.abs(value) <= max ? value : null;

/** Watts over volts. A battery that is full and at rest tells two rates of 0: then no current flows. */
function current(row: Fields, state: Battery['state'], volts: number | null): number | null {
  const out = measured(row.dischargeRate);
  const into = measured(row.chargeRate);
  if (volts === null || out === null || into === null) return null;
  if (state === 'Discharging') return out === 0 ? null : -Math.abs(out) / 1_000 / volts;
  if (state === 'Charging') return into === 0 ? null : Math.abs(into) / 1_000 / volts;
  return out === 0 && into === 0 ? 0 : null;
}
