import { join } from 'node:path';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { AskBus } from './bus.js';
import { createListing, parseInteger, readText } from './files.js';
import { readAttributes } from './power-supplies.js';
import { parseUps, parseUpsPaths } from './upower.js';

const metric = 'power.ups';
const SERVICE = 'org.freedesktop.UPower';
const FOLDER = 'sys/class/power_supply';

/** How often UPower is asked which UPSs there are while it knows none, ms: each question is a program. */
const LIST_AGAIN_MS = 3_600_000;

/**
 * `power.ups`: charge of the UPS, from the kernel where it lists one, else from UPower if that runs: the kernel itself does
 * not read UPSs on USB. UPower is never started by asking.
 */
export function createUps(root: string, ask: AskBus): Collector {
  const listOwn = createListing(join(root, FOLDER), (names) =>
    names.filter((name) => readText(root, FOLDER, name, 'type') === 'UPS'),
  );
  let listed: { readonly at: number; readonly paths: readonly string[] } | null = null;

  async function pathsAt(context: ReadContext): Promise<readonly string[]> {
    if (listed !== null && (listed.paths.length > 0 || context.monotonic - listed.at < LIST_AGAIN_MS))
      return listed.paths;
    const answer = await ask(context, SERVICE, '/org/freedesktop/UPower', SERVICE, 'EnumerateDevices');
    listed = { at: context.monotonic, paths: (answer.kind === 'done' && parseUpsPaths(answer.stdout)) || [] };
    return listed.paths;
  }

  return {
    id: 'linux.ups',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 10_000,
    async read(context) {
      const own = listOwn(context.monotonic);
      if (own.length > 0) return Promise.all(own.map((name) => kernelSample(root, name, own.length)));
      // The first one only: every question is a program.
      const [path] = await pathsAt(context);
      if (path === undefined) return [{ metric, source: 'UPower', missing: 'not-present', advice: 'no-ups' }];
      const answer = await ask(
        context,
        SERVICE,
        path,
        'org.freedesktop.DBus.Properties',
        'GetAll',
        's',
        `${SERVICE}.Device`,
      );
      const ups = answer.kind === 'done' ? parseUps(answer.stdout) : null;
      if (ups === null) {
        listed = null;
        return [{ metric, source: 'UPower', missing: 'failed' }];
      }
      const note = [ups.name, ups.state].filter((part) => part !== null).join(', ');
      return [{ metric, source: 'UPower', value: ups.percent, note }];
    },
    reset() {
      listed = null;
    },
  };
}

async function kernelSample(root: string, name: string, among: number): Promise<Sample> {
  const { capacity, status } = await readAttributes(root, name, ['capacity', 'status']);
  const percent = parseInteger(capacity);
  const head = { metric, source: `power_supply:${name}`, ...(among > 1 && { instance: name }) } as const;
  return percent === null || percent < 0 || percent > 100
    ? { ...head, missing: 'failed' }
    : { ...head, value: percent, ...(status !== null && { note: status }) };
}
