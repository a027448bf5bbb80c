import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listNames, readText } from './files.js';
import type { RouteReader } from './route.js';

/** Names the interface to watch, at a time of the monotonic clock, ms. null: this machine has no adapter. */
export type DeviceFinder = (now: number) => string | null;

/**
 * Makes a finder: the interface of the default route; without one, the interface that had it last; before there
 * ever was one, an adapter with a link, or else any adapter.
 */
export function createDeviceFinder(root: string, routeAt: RouteReader): DeviceFinder {
  let last: string | null = null;
  return (now) => {
    const routed = routeAt(now)?.device ?? null;
    if (routed !== null) last = routed;
    return routed ?? last ?? adapterWithLink(root);
  };
}

function adapterWithLink(root: string): string | null {
  const names = listNames(root, 'sys/class/net') ?? [];
  const adapters = names.filter((name) => existsSync(join(root, 'sys/class/net', name, 'device')));
  const linked = adapters.find((name) => readText(root, 'sys/class/net', name, 'carrier') === '1');
  return linked ?? adapters[0] ?? null;
}
