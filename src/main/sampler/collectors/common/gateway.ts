import { isIP } from 'node:net';
import type { Gateway } from '../../prober/collector.js';
import type { LoadSi } from './si.js';

/** How often the gateway is looked up, ms: each time starts a program. */
const LOOK_UP_MS = 60_000;

/** Makes a function that gives the default gateway, looked up once a minute, never twice at a time. */
export function createSiGateway(load: LoadSi): (now: number) => Gateway | null | Promise<Gateway | null> {
  let known: { readonly at: number; readonly gateway: Gateway | null } | null = null;
  let pending: Promise<Gateway | null> | null = null;

  async function lookUp(now: number): Promise<Gateway | null> {
    try {
      const address = await (await load()).networkGatewayDefault();
      const valid = typeof address === 'string' && isIP(address) !== 0;
      known = { at: now, gateway: valid ? { address, key: address } : null };
      return known.gateway;
    } finally {
      pending = null;
    }
  }

  return (now) => {
    if (known !== null && now - known.at < LOOK_UP_MS) return known.gateway;
    pending ??= lookUp(now);
    return pending;
  };
}
