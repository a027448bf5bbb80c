import { extname, isAbsolute, relative, resolve } from 'node:path';
import { isOwnUrl } from './origin.js';

/** What a page may consist of; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A file to be served. */
export interface Asset {
  readonly file: string;
  readonly type: string;
}

/** The file behind an address of ours, inside the folder; null for anything that is not, or leads out of it. */
export function findAsset(folder: string, address: string): Asset | null {
  if (!isOwnUrl(address)) return null;
  const path = decode(new URL(address).pathname);
  // A backslash is a separator on Windows, a colon names a drive or a stream there.
  if (path === null || /[\\:\0]/.test(path)) return null;
  const file = resolve(folder, `.${path}`);
  const inside = relative(folder, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const type = TYPES[extname(file).toLowerCase()];
  return type === undefined ? null : { file, type };
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
