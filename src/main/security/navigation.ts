import { app, shell, type WebContents } from 'electron';
import type { Log } from '../log/log.js';
import { externalAddress } from './external.js';
import { isOwnUrl } from './origin.js';

/** Keeps every page where it is: no navigation, no new windows, no webviews, no frames. */
export function confinePages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, log));
}

function confine(contents: WebContents, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    // Loading the page again is a navigation to itself.
    if (event.isMainFrame && isOwnUrl(event.url)) return;
    event.preventDefault();
    log.warn(`navigation to ${shorten(event.url)} was denied`);
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('a webview was denied');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address === null) log.warn(`a window for ${shorten(url)} was denied`);
    else shell.openExternal(address).catch((error: unknown) => log.warn('browser did not open', error));
    return { action: 'deny' };
  });
}

/** An address may hold anything, a megabyte of it too. */
const shorten = (url: string): string => JSON.stringify(url.slice(0, 200));
