import { readFile } from 'node:fs/promises';
import { type Protocol, protocol } from 'electron';
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

/** Serves our pages from a folder, and nothing from outside it. */
export function servePages(own: Protocol, folder: string): void {
  own.handle(SCHEME, async (request) => {
    const asset = request.method === 'GET' ? findAsset(folder, request.url) : null;
    if (asset === null) return refuse();
    try {
      const body = await readFile(asset.file);
      return new Response(body, { headers: { ...HEADERS, 'Content-Type': asset.type } });
    } catch {
      return refuse();
    }
  });
}

const refuse = (): Response => new Response(null, { status: 404, headers: HEADERS });
