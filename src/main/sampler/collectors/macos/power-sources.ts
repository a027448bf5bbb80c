/** A battery or UPS that `pmset` lists. */
export interface PowerSource {
  readonly name: string;
  readonly kind: 'battery' | 'ups';
  /** Charge, 0-100. */
  readonly percent: number;
  /** `discharging`, `charged`, in the words of the system. */
  readonly state: string;
}

/** What the Mac runs on, and what it could run on. */
export interface PowerSources {
  readonly drawing: 'mains' | 'battery' | 'ups';
  readonly sources: readonly PowerSource[];
}

const DRAWING: Readonly<Record<string, PowerSources['drawing']>> = {
  'AC Power': 'mains',
  'Battery Power': 'battery',
  'UPS Power': 'ups',
};

/** Reads `pmset -g batt`. null: it does not say what the Mac runs on. */
export function parsePowerSources(text: string): PowerSources | null {
  const words = /^Now drawing from '([^'\n]*)'/m.exec(text)?.[1];
  const drawing = words !== undefined && Object.hasOwn(DRAWING, words) ? DRAWING[words] : undefined;
  if (drawing === undefined) return null;
  return { drawing, sources: text.split('\n').flatMap(parseSource) };
}

function parseSource(line: string): PowerSource[] {
  const [head = '', state = ''] = line.split(';');
  const found = /^\s*-(\S.*)\s(\d{1,3})%\s*$/.exec(head);
  const percent = Number(found?.[2]);
  if (!found || percent > 100 || /present: false/.test(line)) return [];
  const name = (found[1] ?? '').replace(/\(id=\d+\)\s*$/, '').trim();
  const kind = name.startsWith('InternalBattery') ? 'battery' : 'ups';
  return [{ name, kind, percent, state: state.replace(/present: true\s*$/, '').trim() }];
}
