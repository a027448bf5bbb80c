/**
 * One object of the system's registry of devices, as `ioreg` prints it.
 *
 * The text form is read, not the XML one (`-a`): readers of property lists turn integers into floating-point
 * numbers, which have no room for the 64-bit two's complement that negative numbers are written in.
 */
export interface RegistryObject {
  readonly name: string;
  readonly className: string;
  /** The object above it in the same print-out; null: it is the topmost one. */
  readonly parent: RegistryObject | null;
  /** Values as they are printed: `12`, `Yes`, `"text"`, `{"key"=1}`. */
  readonly properties: ReadonlyMap<string, string>;
}

interface OpenObject extends RegistryObject {
  readonly depth: number;
  readonly properties: Map<string, string>;
}

const MARK = '+-o ';

/** Reads what `ioreg` printed (`-w0`: nothing cut off). What is no registry gives no objects. */
export function parseIoreg(text: string): RegistryObject[] {
  const objects: OpenObject[] = [];
  const above: OpenObject[] = [];
  for (const line of text.split('\n')) {
    const opened = parseHead(line);
    if (opened !== null) {
      while ((above.at(-1)?.depth ?? -1) >= opened.depth) above.pop();
      const object = { ...opened, parent: above.at(-1) ?? null, properties: new Map<string, string>() };
      above.push(object);
      objects.push(object);
      continue;
    }
    const property = /^[ |]*"([^"]+)" = (.*)$/.exec(line);
    if (property) objects.at(-1)?.properties.set(property[1] ?? '', property[2]?.trim() ?? '');
  }
  return objects;
}

function parseHead(line: string): { depth: number; name: string; className: string } | null {
  const depth = line.indexOf(MARK);
  const end = line.indexOf('<class ', depth);
  if (depth < 0 || end < 0 || !/^[ |]*$/.test(line.slice(0, depth))) return null;
  const className = /^<class ([^,>\s]+)/.exec(line.slice(end))?.[1];
  if (className === undefined) return null;
  return { depth, name: line.slice(depth + MARK.length, end).trim(), className };
}

/** A whole number of the registry; negative ones are printed as unsigned 64-bit numbers. null: it is none. */
export function registryInteger(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d{1,20}$/.test(text)) return null;
  const value = Number(BigInt.asIntN(64, BigInt(text)));
  return Number.isSafeInteger(value) ? value : null;
}

/** Whether a switch of the registry is on; null: it is no switch. */
export function registrySwitch(text: string | undefined): boolean | null {
  if (text === 'Yes') return true;
  return text === 'No' ? false : null;
}

/** The plain entries of a dictionary printed on one line, texts without their quotes; of two alike the first. */
export function registryDictionary(text: string | undefined): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  if (!text?.startsWith('{')) return entries;
  for (const [, key = '', value = ''] of text.matchAll(/"([^"]*)"=("[^"]*"|-?\d+|Yes|No)(?=[,}])/g))
    if (!entries.has(key)) entries.set(key, value.replace(/^"|"$/g, ''));
  return entries;
}
