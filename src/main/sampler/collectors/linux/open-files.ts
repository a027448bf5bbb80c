import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listNames, readText } from './files.js';

/** Processes looked through before others get their turn: a look at all would hold up the tick. */
const AT_A_TIME = 20;

/**
 * Programs that have one of these device files open, by name; `root` stands for `/`. Those of other users are hidden from
 * anybody but root, so that an empty answer proves nothing about them.
 */
export async function programsWithOpen(root: string, isWanted: (path: string) => boolean): Promise<string[]> {
  const found = new Set<string>();
  const pids = (listNames(root, 'proc') ?? []).filter((name) => /^\d+$/.test(name));
  for (const [index, pid] of pids.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    if (hasOpen(join(root, 'proc', pid, 'fd'), isWanted))
      found.add(readText(root, 'proc', pid, 'comm') || `pid ${pid}`);
  }
  return [...found];
}

function hasOpen(folder: string, isWanted: (path: string) => boolean): boolean {
  try {
    return readdirSync(folder).some((file) => isWanted(readlinkSync(`${folder}/${file}`)));
  } catch {
    // Another user's, or it has just ended.
    return false;
  }
}
