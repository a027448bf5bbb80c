import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { listsFetchedAt, PACKAGE_MANAGERS, type PendingUpdates, stateOf } from './package-managers.js';

const metric = 'system.updates';
const DAY_MS = 86_400_000;

/**
 * `system.updates`: packages that could be updated by the lists that the system fetched last (their age is the note), from
 * apt, dnf or pacman. Nothing is fetched. The manager is only asked when packages or lists have changed since: half a
 * second of processor time where it keeps a cache, several without. Flatpak and snap update by themselves and are not counted.
 */
export function createUpdates(root: string, run: RunCommand): Collector {
  let last: { readonly state: string; readonly updates: PendingUpdates } | null = null;
  return {
    id: 'linux.updates',
    metrics: [metric],
    tier: 'rare',
    heavy: true,
    timeoutMs: 65_000,
    async read(context) {
      const manager = PACKAGE_MANAGERS.find(({ file }) => existsSync(join(root, file)));
      if (manager === undefined)
        return [{ metric, source: 'package manager', missing: 'unsupported', advice: 'unknown-packages' }];
      const source = manager.name;
      const fetchedAt = listsFetchedAt(root, manager);
      if (fetchedAt === null) return [{ metric, source, missing: 'not-present', advice: 'refresh-packages' }];
      const state = stateOf(root, manager);
      if (last?.state !== state) {
        // With the least priority: where the manager keeps no cache it works for seconds.
        const command = ['-n', '19', join(root, manager.file), ...manager.args];
        const result = await run('nice', command, context, { timeoutMs: 60_000 });
        const updates = manager.parse(result);
        if (updates === null)
          return [{ metric, source, missing: result.kind === 'timed-out' ? 'timed-out' : 'failed' }];
        last = { state, updates };
      }
      return [sampleOf(source, last.updates, context.at - fetchedAt)];
    },
  };
}

function sampleOf(source: string, { count, security }: PendingUpdates, ageMs: number): Sample {
  const age = `lists ${Math.max(0, Math.floor(ageMs / DAY_MS))} d old`;
  const note = security === null || security === 0 ? age : `${age}, ${security} of security`;
  return { metric, source, value: count, note };
}
