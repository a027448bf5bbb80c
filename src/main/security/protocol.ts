import { readFile } from 'node:fs/promises';
import { type Protocol, type ProtocolRequest, type ProtocolResponse, protocol } from 'electron';
import { findAsset } from './asset.js';
import { HEADERS } from './headers.js';
import { SCHEME } from './origin.js';

/** Makes the scheme of our pages known; must be done before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ]);
}

/**
 * Serves our pages from a folder, and nothing from outside it. Not by `protocol.handle`: its requests and responses load
 * Node's client for HTTP (undici), which no other part of the program needs, into main for good.
 */
export function servePages(own: Protocol, folder: string): void {
  own.registerBufferProtocol(SCHEME, (request, answer) => void respond(folder, request).then(answer));
}

async function respond(folder: string, { method, url }: ProtocolRequest): Promise<ProtocolResponse> {
  const asset = method === 'GET' ? findAsset(folder, url) : null;
  const data = asset && (await readFile(asset.file).catch(() => null));
  if (!asset || !data) return { statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) };
  return { headers: { ...HEADERS, 'Content-Type': asset.type }, data };
}
