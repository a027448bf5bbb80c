import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listNames, readText } from './files.js';
import { readDefaultRoute } from './route.js';

/**
 * Makes a function that names the interface to watch: that of the default route; without one, the interface
 * that had it last; before there ever was one, an adapter with a link, or else any adapter.
 * null: this machine has no network adapter.
 */
export function createDeviceFinder(root: string): () => string | null {
  let last: string | null = null;
  return () => {
    const routed = readDefaultRoute(root)?.device ?? null;
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
