import { AudioAnalyser, type AudioResult } from '../../../../../shared/precheck/audio/analyser.js';
import { phaseAt, TAKE_MS, TAKE_PLAN } from '../../../../../shared/precheck/take.js';

/** The sound of one take: cuts blocks where its phases meet, by samples and not by clocks. */
export class SoundTake {
  private readonly analyser: AudioAnalyser;
  private readonly borders: readonly number[];
  private readonly length: number;
  private taken = 0;
  private next = 0;
  private missing = 0;

  /** @param sampleRate Hz @param channels 1 or 2 @param first number of the first sample of the take */
  constructor(
    private readonly sampleRate: number,
    private readonly channels: number,
    first: number,
  ) {
    this.analyser = new AudioAnalyser(sampleRate, channels);
    this.borders = TAKE_PLAN.map(({ to }) => Math.round((to * sampleRate) / 1_000));
    this.length = Math.round((TAKE_MS * sampleRate) / 1_000);
    this.next = first;
  }

  /** Samples that never came. */
  get lost(): number {
    return this.missing;
  }

  /** Takes a block. @returns whether the take is complete */
  push(frame: number, block: readonly Float32Array[]): boolean {
    this.missing += Math.max(0, frame - this.next);
    const count = block[0]?.length ?? 0;
    this.next = frame + count;
    const samples = Array.from(
      { length: this.channels },
      (_, c) => block[c] ?? block[0] ?? new Float32Array(count),
    );
    let from = 0;
    while (from < count && this.taken < this.length) {
      const border = this.borders.find((one) => one > this.taken) ?? this.length;
      const to = Math.min(count, from + border - this.taken);
      const phase = phaseAt((this.taken * 1_000) / this.sampleRate);
      this.analyser.push(
        samples.map((one) => one.subarray(from, to)),
        phase,
      );
      this.taken += to - from;
      from = to;
    }
    return this.taken >= this.length;
  }

  /** What was measured so far. */
  result(): AudioResult {
    return this.analyser.result();
  }
}
