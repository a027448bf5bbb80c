import type { Gateway } from '../../prober/collector.js';
import type { DefaultRoute } from './route.js';

/** The gateway of a default route; null without one. */
export function gatewayOf(route: DefaultRoute | null): Gateway | null {
  return route?.gateway ? { address: route.gateway, key: `${route.gateway} ${route.device}` } : null;
}
