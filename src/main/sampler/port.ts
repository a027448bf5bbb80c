/** The line to the process that started this one. */
export interface ParentLine {
  send(message: unknown): void;
  onMessage(handle: (message: unknown) => void): void;
  onClosed(handle: () => void): void;
}

/** `process.parentPort` of an Electron utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

/** How often the parent is looked for besides every message, ms: an orphan lives no longer than this. */
const PARENT_CHECK_MS = 60_000;

/**
 * Finds the line to the parent: the port of Electron's utilityProcess, or the channel of `child_process.fork`
 * under plain Node. null: nobody started this process as a child.
 */
export function parentLine(): ParentLine | null {
  const port = (process as unknown as { parentPort?: ParentPort | null }).parentPort;
  if (port !== undefined && port !== null) {
    const parent = new Parent();
    return {
      send: (message) => {
        parent.look();
        port.postMessage(message);
      },
      onMessage: (handle) => port.on('message', (event) => handle(event.data)),
      onClosed: (handle) => {
        port.on('close', handle);
        parent.onGone = handle;
      },
    };
  }
  if (process.send === undefined) return null;
  return {
    // The callback keeps a closed channel from becoming an uncaught error; onClosed ends the process.
    send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (handle) => void process.on('message', handle),
    onClosed: (handle) => void process.on('disconnect', handle),
  };
}

/** A port does not always tell that the other side was killed; a changed parent id does. */
class Parent {
  onGone: () => void = () => undefined;
  readonly #pid = process.ppid;

  constructor() {
    setInterval(() => this.look(), PARENT_CHECK_MS).unref();
  }

  look(): void {
    if (process.ppid !== this.#pid) this.onGone();
  }
}
