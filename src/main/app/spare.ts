import { app } from 'electron';
import { setCompiling } from '../sampler/engine.js';
import { collectGarbage, STARTED_MS } from '../sampler/tidy.js';

/** A page that was closed has given back what it held in this process after this time, ms (ours). */
const CLOSED_MS = 5_000;

/**
 * How often Chromium's allocator looks for memory to give back. By itself it does so every four seconds in every process, and
 * wakes each of them for it; what a program in the tray frees is little.
 */
const RECLAIMER = 'PartitionAllocMemoryReclaimer:interval/60s';

/**
 * Chromium's network code runs in this process. Only on Linux, where it has no sandbox of its own anyway: a process less,
 * for a program whose pages load nothing from any network.
 */
const NETWORK_HERE = 'NetworkServiceInProcess2';

/** Has Chromium do without what this program does not need; to be called before the app is ready. */
export function spareChromium(platform: NodeJS.Platform): void {
  const name = 'enable-features';
  const features = [
    app.commandLine.getSwitchValue(name),
    RECLAIMER,
    platform === 'linux' ? NETWORK_HERE : '',
  ];
  app.commandLine.appendSwitch(name, features.filter(Boolean).join(','));
}

/**
 * Makes little of this process while no page is open: gives back the memory that the start took, and later that of a
 * page which was closed, and leaves the little that is done then to V8's interpreter.
 */
export class Tidier {
  private timer: NodeJS.Timeout | undefined;

  /** The program starts, without a page. */
  started(): void {
    setCompiling(false);
    this.after(STARTED_MS);
  }

  /** A page is open: lists, curves and times of hours may have to be made for it at once. */
  opened(): void {
    setCompiling(true);
  }

  /** The last page is gone. */
  closed(): void {
    setCompiling(false);
    this.after(CLOSED_MS);
  }

  private after(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(collectGarbage, ms);
  }
}
