/** Least span that a frame rate is told from, ms. */
const LEAST_SPAN_MS = 3_000;
/** Intervals kept in the histogram, ms; longer ones are counted with the last. */
const LONGEST_MS = 1_000;

/** How regularly frames came. */
export interface FrameRate {
  /** Frames a second by their own time stamps; null: less than 3 s, or fewer than two frames. */
  readonly fps: number | null;
  /** Frames seen, and the time from the first to the last, ms. */
  readonly frames: number;
  readonly spanMs: number;
  /** Frames that the camera left out: gaps in the time stamps, in usual intervals. */
  readonly dropped: number;
  /** Frames that were shown but that the analysis did not get to see: ours, not the camera's. */
  readonly missed: number;
  /** Longest time between two frames, ms. */
  readonly longestMs: number;
}

/** Frame rate from presentation time stamps, without allocation. */
export class FrameClock {
  private readonly intervals = new Uint32Array(LONGEST_MS + 1);
  private first = 0;
  private last = 0;
  private firstShown = 0;
  private lastShown = 0;
  private frames = 0;
  private longest = 0;

  /**
   * Takes one frame. Gives how many frames were shown since the last one: 1 in order, more when some were missed, 0 when
   * its time did not move: then it is the same frame again and does not count.
   * @param atMs its own time stamp, ms @param shown how many frames were shown so far, where the browser counts them
   */
  push(atMs: number, shown?: number): number {
    if (this.frames > 0 && atMs <= this.last) return 0;
    const interval = atMs - this.last;
    const count = shown ?? this.lastShown + 1;
    const steps = this.frames === 0 ? 1 : Math.max(1, count - this.lastShown);
    if (this.frames === 0) {
      this.first = atMs;
      this.firstShown = count;
    } else {
      // The time of frames that we missed is no gap of the camera.
      const each = Math.min(LONGEST_MS, Math.round(interval / steps));
      this.intervals[each] = (this.intervals[each] ?? 0) + 1;
      this.longest = Math.max(this.longest, interval / steps);
    }
    this.frames += 1;
    this.last = atMs;
    this.lastShown = Math.max(count, this.lastShown);
    return steps;
  }

  /** What was seen so far. */
  result(): FrameRate {
    const spanMs = this.frames > 0 ? this.last - this.first : 0;
    const shown = this.lastShown - this.firstShown;
    const known = this.frames > 1 && spanMs >= LEAST_SPAN_MS;
    return {
      fps: known ? (shown * 1_000) / spanMs : null,
      frames: this.frames,
      spanMs,
      dropped: this.dropped(),
      missed: Math.max(0, shown + 1 - this.frames),
      longestMs: this.longest,
    };
  }

  private dropped(): number {
    const usual = this.median();
    let dropped = 0;
    for (let ms = Math.ceil(1.5 * usual); usual > 0 && ms <= LONGEST_MS; ms++)
      dropped += (this.intervals[ms] ?? 0) * (Math.round(ms / usual) - 1);
    return dropped;
  }

  private median(): number {
    let left = (this.frames - 1) / 2;
    for (let ms = 0; ms <= LONGEST_MS; ms++) {
      left -= this.intervals[ms] ?? 0;
      if (left <= 0) return ms;
    }
    return 0;
  }
}
