import { parseIoreg, registryInteger, registrySwitch } from './ioreg.js';

/** What the registry tells of the battery; null: that value it does not tell, or none that can be. */
export interface BatteryState {
  readonly volts: number | null;
  /** Negative while discharging. */
  readonly amperes: number | null;
}

/** Battery packs of notebooks lie between 3 and 20 V; outside of this the number is something else (ours). */
const MILLIVOLTS = { min: 2_000, max: 30_000 };

/** No notebook draws or charges with more: a greater number is a negative one in fewer bits (ours). */
const MAX_MILLIAMPERES = 30_000;

/** Reads `ioreg -c AppleSmartBattery`. null: this Mac has no battery. */
export function parseBattery(text: string): BatteryState | null {
  const object = parseIoreg(text).find(({ className }) => className === 'AppleSmartBattery');
  if (object === undefined) return null;
  const { properties } = object;
  if (registrySwitch(properties.get('BatteryInstalled')) === false) return null;
  const millivolts = registryInteger(properties.get('Voltage'));
  const milliamperes =
    registryInteger(properties.get('Amperage')) ?? registryInteger(properties.get('InstantAmperage'));
  return {
    volts:
      millivolts !== null && millivolts >= MILLIVOLTS.min && millivolts <= MILLIVOLTS.max
        ? millivolts / 1_000
        : null,
    amperes:
      milliamperes !== null && Math.abs(milliamperes) <= MAX_MILLIAMPERES ? milliamperes / 1_000 : null,
  };
}
