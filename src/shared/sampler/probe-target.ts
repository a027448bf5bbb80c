import type { ProbeTarget } from './protocol.js';

const HOST = /^[\p{L}\p{N}._-]{1,253}$/u;
const IPV6 = /^[0-9a-f:.]{2,45}(%[\w.-]{1,30})?$/i;

/** Reads `HOST`, `HOST:PORT`, an IPv6 address, or `[IPv6]:PORT`. null: it is none of them. */
export function parseProbeTarget(text: string): ProbeTarget | null {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  if (bracketed) return target(bracketed[1], bracketed[2], IPV6);
  if (text.split(':').length > 2) return target(text, undefined, IPV6);
  const [host, port] = text.split(':');
  return target(host, port, HOST);
}

function target(host: string | undefined, port: string | undefined, form: RegExp): ProbeTarget | null {
  // A leading dash could be taken for an option by a program that gets the name.
  if (host === undefined || !form.test(host) || host.startsWith('-')) return null;
  if (port === undefined) return { host };
  const number = Number(port);
  return /^\d{1,5}$/.test(port) && number >= 1 && number <= 65_535 ? { host, port: number } : null;
}
