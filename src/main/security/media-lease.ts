import { isOwnUrl } from './origin.js';

/** How long a page may use camera and microphone without asking again, ms. A page that hangs loses them by itself. */
export const LEASE_MS = 60_000;

/** Who asks Chromium for a device. */
export interface MediaWish {
  /** Id of the page's contents; undefined: nobody of ours. */
  readonly contents: number | undefined;
  readonly isMainFrame: boolean;
  /** Address or origin of the frame. */
  readonly url: string | undefined;
}

/**
 * The leave to use camera and microphone: one page at a time, for a bounded time, while a check runs. Outside of it every
 * wish is denied.
 */
export class MediaLease {
  private holder: number | null = null;
  private until = 0;
  private end: NodeJS.Timeout | undefined;

  /** @param onLapse called when a lease ends that nobody gave back @param now ms, any clock that only goes forward */
  constructor(
    private readonly onLapse: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether a check runs. */
  get isHeld(): boolean {
    return this.holder !== null && this.now() < this.until;
  }

  /** Gives a page the leave, or prolongs it. @param contents id of the page's contents */
  grant(contents: number): void {
    clearTimeout(this.end);
    this.holder = contents;
    this.until = this.now() + LEASE_MS;
    this.end = setTimeout(() => {
      this.release();
      this.onLapse();
    }, LEASE_MS);
  }

  /** Takes the leave back at once. @param contents only if this page holds it; undefined: whoever does */
  release(contents?: number): void {
    if (contents !== undefined && contents !== this.holder) return;
    clearTimeout(this.end);
    this.holder = null;
    this.until = 0;
  }

  /** Whether a wish is granted: the page that holds the leave, its main frame, at our address. */
  allows({ contents, isMainFrame, url }: MediaWish): boolean {
    return this.isHeld && contents === this.holder && isMainFrame && url !== undefined && isOwnUrl(url);
  }
}
