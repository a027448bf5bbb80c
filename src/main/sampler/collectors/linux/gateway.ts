import type { Gateway } from '../../prober/collector.js';
import { readDefaultRoute } from './route.js';

/** The default gateway of this machine; null without one. */
export function linuxGateway(root: string): Gateway | null {
  const route = readDefaultRoute(root);
  return route?.gateway ? { address: route.gateway, key: `${route.gateway} ${route.device}` } : null;
}
