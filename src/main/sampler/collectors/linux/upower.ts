import { dataOf, parseBusAnswer } from './bus.js';

/** A UPS as UPower knows it. */
export interface Ups {
  readonly name: string;
  /** Charge, %. */
  readonly percent: number;
  /** `charging`, `discharging`, `empty` or `full`; null: not told. */
  readonly state: string | null;
}

/** Object paths of the UPSs among the devices of UPower (EnumerateDevices). null: it is no such answer. */
export function parseUpsPaths(text: string): string[] | null {
  const paths = parseBusAnswer(text);
  if (!Array.isArray(paths)) return null;
  return paths.filter(
    (path): path is string =>
      typeof path === 'string' && /^\/org\/freedesktop\/UPower\/devices\/ups_\w+$/.test(path),
  );
}

/** UPower's kinds (`Type`) and states that are of use here. */
const UPS = 3;
const STATES: Readonly<Record<number, string>> = { 1: 'charging', 2: 'discharging', 3: 'empty', 4: 'full' };

/** A UPS of UPower's properties (GetAll). null: it is none, or it is not there. */
export function parseUps(text: string): Ups | null {
  const properties = parseBusAnswer(text);
  if (typeof properties !== 'object' || properties === null) return null;
  const of = (name: string): unknown => dataOf((properties as Readonly<Record<string, unknown>>)[name]);
  const percent = of('Percentage');
  if (of('Type') !== UPS || of('IsPresent') === false) return null;
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) return null;
  const name = [of('Vendor'), of('Model')]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
  const state = of('State');
  return { name: name || 'UPS', percent, state: typeof state === 'number' ? (STATES[state] ?? null) : null };
}
