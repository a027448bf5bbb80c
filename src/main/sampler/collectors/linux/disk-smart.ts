import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf } from '../answers.js';
import type { AskBus } from './bus.js';
import { type Disk, findDisks } from './disk-identity.js';
import { listNames } from './files.js';
import { parseSmartctl } from './smartctl.js';
import { type DriveHealth, parseDrives } from './udisks.js';

const metric = 'disk.smart';
const SERVICE = 'org.freedesktop.UDisks2';

/** Where distributions put it; it is not on the PATH of ordinary users. */
const SMARTCTL = ['usr/sbin/smartctl', 'usr/bin/smartctl', 'sbin/smartctl'];

/** How long a whole answer holds, ms: every other run, a little less for ticks that come early. Disks wear slowly. */
const HOLD_MS = 19 * 60_000;

/** How `disk.smart` is read. */
export interface SmartOptions {
  readonly root: string;
  readonly run: RunCommand;
  readonly ask: AskBus;
  /** Whether this process is root; `smartctl` answers nobody else. */
  readonly isRoot: boolean;
}

/**
 * `disk.smart`: what each disk says of its own health, by udisks2 where that runs (no rights needed; it asks the disks itself
 * every ten minutes; we every twenty), else by `smartctl` for root, one disk at a run. A failing one leads.
 */
export function createDiskSmart({ root, run, ask, isRoot }: SmartOptions): Collector {
  const told = new Map<string, DriveHealth>();
  let next = 0;
  let held: { readonly until: number; readonly samples: readonly Sample[] } | null = null;

  async function bySmartctl(context: ReadContext, disks: readonly Disk[]): Promise<Sample[]> {
    const file = SMARTCTL.map((path) => join(root, path)).find((path) => existsSync(path));
    const source = 'smartctl';
    if (file === undefined)
      return [{ metric, source: 'udisks2', missing: 'unsupported', advice: 'disk-health-source' }];
    if (!isRoot) return [{ metric, source, missing: 'needs-rights', advice: 'disk-health-source' }];
    const disk = disks[next % disks.length];
    next += 1;
    if (disk === undefined) return [];
    // A failing disk shows in the exit status too, so that "failed" has an answer as well.
    const result = await run(file, ['-H', '-j', `/dev/${disk.name}`], context);
    const text = result.kind === 'failed' ? result.stdout : (answerOf(result).text ?? '');
    const health = parseSmartctl(text);
    if (health === 'denied')
      return [{ metric, source, missing: 'needs-rights', advice: 'disk-health-source' }];
    const isHealthy = health === 'healthy' ? true : health === 'failing' ? false : null;
    told.set(disk.instance, {
      id: disk.instance,
      name: disk.note,
      isHealthy,
      trouble: health === 'failing' ? 'SMART failing' : '',
    });
    const known = disks.flatMap(({ instance }) => told.get(instance) ?? []);
    return healthSamples(source, known, known.length < disks.length);
  }

  return {
    id: 'linux.disk-smart',
    metrics: [metric],
    tier: 'rare',
    timeoutMs: 20_000,
    async read(context) {
      const disks = findDisks(root, listNames(root, 'sys/block') ?? []);
      if (disks.length === 0) return [];
      if (held !== null && context.monotonic < held.until) return held.samples;
      const path = '/org/freedesktop/UDisks2';
      const answer = await ask(
        context,
        SERVICE,
        path,
        'org.freedesktop.DBus.ObjectManager',
        'GetManagedObjects',
      );
      const drives = answer.kind === 'done' ? parseDrives(answer.stdout) : null;
      const samples =
        drives === null || drives.every(({ isHealthy }) => isHealthy === null)
          ? await bySmartctl(context, disks)
          : healthSamples('udisks2', drives, false);
      const isWhole = samples[0]?.missing === undefined;
      held = isWhole ? { until: context.monotonic + HOLD_MS, samples } : null;
      return samples;
    },
    reset() {
      held = null;
    },
  };
}

/** Readings of the health of disks. With some still to be asked, that all is well can't be said of the station. */
export function healthSamples(source: string, drives: readonly DriveHealth[], isPartial: boolean): Sample[] {
  const each = drives.map(({ id, name, isHealthy, trouble }): Sample => {
    const head = {
      metric,
      source,
      instance: id,
      note: trouble === '' ? name : `${name}: ${trouble}`,
    } as const;
    return isHealthy === null ? { ...head, missing: 'unsupported' } : { ...head, value: isHealthy ? 1 : 0 };
  });
  const failing = each.filter(({ value }) => value === 0);
  if (failing.length > 0)
    return [{ metric, source, value: 0, note: failing.map(({ note }) => note).join(', ') }, ...each];
  if (isPartial) return [{ metric, source, missing: 'warming-up' }, ...each];
  const isKnown = each.some(({ value }) => value === 1);
  return [
    isKnown
      ? { metric, source, value: 1 }
      : { metric, source, missing: 'unsupported', advice: 'disk-health-source' },
    ...each,
  ];
}
