import { isIP } from 'node:net';
import type { ProbeTarget } from '../../../shared/sampler/protocol.js';

/** A probe target, or a sentence that says what is wrong with the text. */
export type ParsedTarget =
  | { readonly ok: true; readonly target: ProbeTarget }
  | { readonly ok: false; readonly error: string };

/** Longest host name of the DNS, in characters. */
const HOST_LIMIT = 253;

/** Parses `HOST`, `HOST:PORT` or `[IPv6]:PORT`; an IPv6 address without a port may stand bare. */
export function parseProbeTarget(text: string): ParsedTarget {
  const trimmed = text.trim();
  if (isIP(trimmed) === 6) return { ok: true, target: { host: trimmed } };
  const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(trimmed);
  if (!match) return refuse(text, 'expected HOST, HOST:PORT or [IPv6]:PORT');
  const [, bracketed, plain, portText] = match;
  if (bracketed !== undefined && isIP(bracketed) !== 6)
    return refuse(text, 'no IPv6 address in the brackets');
  const host = bracketed ?? plain ?? '';
  if (bracketed === undefined && !isHost(host)) return refuse(text, 'not a host name or address');
  if (portText === undefined) return { ok: true, target: { host } };
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  if (port < 1 || port > 65_535) return refuse(text, 'the port must be a number from 1 to 65535');
  return { ok: true, target: { host, port } };
}

const refuse = (text: string, why: string): ParsedTarget => ({
  ok: false,
  error: `${JSON.stringify(text.slice(0, 100))}: ${why}`,
});

const LABEL = /^(?!-)[\w-]{1,63}(?<!-)$/;

function isHost(text: string): boolean {
  if (text.length === 0 || text.length > HOST_LIMIT) return false;
  // Digits and dots only: an address, and then a right one.
  if (/^[\d.]+$/.test(text)) return isIP(text) === 4;
  return text
    .replace(/\.$/, '')
    .split('.')
    .every((label) => LABEL.test(label));
}
