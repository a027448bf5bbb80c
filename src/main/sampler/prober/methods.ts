import { lookup } from 'node:dns/promises';
import type { ProbeMethod } from './method.js';
import { canPingEvery, createPingMethod } from './ping.js';
import { createTcpMethod } from './tcp.js';
import { createUdpMethod } from './udp.js';

/** Ports on which a router usually answers or refuses: name service and its own pages. */
const GATEWAY_PORTS = [53, 80, 443];

/** Ports on which a streaming ingest usually answers or refuses: web and RTMP. */
const INGEST_PORTS = [443, 1935, 80];

/** Whom to probe. */
export interface ProbedHost {
  /** Instance of the readings: the default gateway, or the target that IT named. */
  readonly instance: 'gateway' | 'ingest';
  readonly host: string;
  /** Whether another target already tells what the station needs to know. */
  readonly isOptional?: boolean;
  /** Leaves the system's `ping` out: it is a process, and one for all targets is enough. */
  readonly withoutPing?: boolean;
  /** UDP echo port. */
  readonly port?: number | undefined;
}

/** The ways to ask a host, best first. Rejects when its name can't be looked up. */
export async function findMethods(
  { instance, host, port, withoutPing = false }: ProbedHost,
  platform: NodeJS.Platform,
  fastestIntervalMs: number,
): Promise<ProbeMethod[]> {
  const { address } = await lookup(host);
  if (port !== undefined) return [createUdpMethod(address, port)];
  const ports = instance === 'gateway' ? GATEWAY_PORTS : INGEST_PORTS;
  const tcp = ports.map((each) => createTcpMethod(address, each));
  const mayPing = platform !== 'win32' && !withoutPing && canPingEvery(fastestIntervalMs);
  return mayPing ? [createPingMethod(address), ...tcp] : tcp;
}
