import type { Gateway } from '../../prober/collector.js';
import type { RouteReader } from './route.js';

/** The prober asks every two seconds; the network collector asks anew every ten, so that this costs nothing, ms. */
const MAX_AGE_MS = 15_000;

/** Makes a function that gives the default gateway, null without one. It rejects where the route is not known. */
export function createGatewayFinder(routeAt: RouteReader): (now: number) => Promise<Gateway | null> {
  return async (now) => {
    const context = { signal: new AbortController().signal, raw: () => undefined };
    const answer = await routeAt(now, MAX_AGE_MS, context);
    if (answer.kind === 'unknown') throw new Error(`default route: ${answer.missing}`);
    if (answer.kind === 'none' || answer.route.gateway === null) return null;
    const { gateway, device } = answer.route;
    return { address: gateway, key: `${gateway} ${device}` };
  };
}
