import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** @typedef {{ setAppPath(path: string): void, setVersion(version: string): void }} Untyped */

// What Electron's own default app does with `electron [flags] FOLDER [arguments]`, and no more.
const named = process.argv.slice(1).find((arg) => !arg.startsWith('-'));
if (named) {
  const folder = resolve(named);
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const own = /** @type {import('electron').App & Untyped} */ (app);
  own.setAppPath(folder);
  own.setName(productName ?? name);
  own.setVersion(version);
  await import(pathToFileURL(join(folder, main)).href);
} else {
  console.error('Usage: electron FOLDER: the folder of an application, with its package.json');
  app.exit(64);
}
