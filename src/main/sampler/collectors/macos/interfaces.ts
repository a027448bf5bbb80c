/** One network interface as `ifconfig` prints it. */
export interface NetworkInterface {
  readonly name: string;
  /** Whether it has its link; tunnels have no medium: whether they run. */
  readonly linked: boolean;
  /** Speed that a cable was negotiated at, Mbit/s; null: none, or a radio, which has no such thing. */
  readonly speed: number | null;
  readonly hasMedium: boolean;
}

/** Reads `ifconfig -a`. */
export function parseInterfaces(text: string): NetworkInterface[] {
  // A new one begins where a line is not indented.
  return text.split(/\n(?=\S)/).flatMap((block): NetworkInterface[] => {
    const [, name = '', flags] = /^([A-Za-z][\w.]*): flags=[0-9a-f]+<([^>\n]*)>/.exec(block) ?? [];
    if (flags === undefined) return [];
    const status = /^\s+status: (.+?)\s*$/m.exec(block)?.[1];
    const running = flags.split(',').includes('RUNNING');
    const medium = /^\s+media: (.*)$/m.exec(block)?.[1];
    return [
      {
        name,
        linked: status === undefined ? running : status === 'active',
        speed: speedOf(medium ?? ''),
        hasMedium: medium !== undefined,
      },
    ];
  });
}

/** `1000baseT`, `10Gbase-T`, `2.5GBASE-T`: the last one is what is in force, one before it what was asked for. */
function speedOf(medium: string): number | null {
  const found = [...medium.matchAll(/\b(\d{1,6}(?:\.\d)?)(G?)base/gi)].at(-1);
  return found ? Number(found[1]) * (found[2] ? 1_000 : 1) : null;
}

/** Bytes that an interface has moved since the system was started. */
export interface TrafficCounters {
  readonly received: number;
  readonly sent: number;
}

/** Reads the row of the link itself in `netstat -bni`. null: no such interface there. */
export function parseTraffic(text: string, device: string): TrafficCounters | null {
  const [header = '', ...rows] = text.split('\n').map((line) => line.trim().split(/\s+/));
  // The address may be missing in a row, what comes after it never is.
  const tail = header === '' ? [] : header.slice(header.indexOf('Address') + 1);
  const fields = rows.find(
    ([name = '', , network = '']) => name.replace(/\*$/, '') === device && network.startsWith('<Link#'),
  );
  if (fields === undefined || fields.length < tail.length) return null;
  const values = fields.slice(-tail.length);
  const counter = (column: string): number | null => {
    const value = values[tail.indexOf(column)];
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  const received = counter('Ibytes');
  const sent = counter('Obytes');
  return received === null || sent === null ? null : { received, sent };
}
