import type { SoundBlock } from './sound-messages.js';

/*
 * The audio thread's part: collects the 128 samples that come at a time into blocks, and hands them on. It measures
 * nothing, so that it is never late.
 */

/* What the scope of a worklet has; the DOM's types know only the page. */
declare const currentFrame: number;
declare function registerProcessor(name: string, processor: new () => object): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** Samples in a block: 43 ms at 48 kHz. */
const BLOCK = 2_048;

class Blocks extends AudioWorkletProcessor {
  private target: MessagePort | null = null;
  private block: Float32Array[] = [];
  private filled = 0;
  private first = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.target = data;
    };
  }

  process([input = []]: readonly Float32Array[][]): boolean {
    const count = input.length;
    if (count === 0) return true;
    if (count !== this.block.length) this.begin(count);
    if (this.filled === 0) this.first = currentFrame;
    for (const [c, samples] of input.entries()) this.block[c]?.set(samples, this.filled);
    this.filled += input[0]?.length ?? 0;
    if (this.filled >= BLOCK) this.send();
    return true;
  }

  private begin(count: number): void {
    this.block = Array.from({ length: count }, () => new Float32Array(BLOCK));
    this.filled = 0;
  }

  private send(): void {
    const block: SoundBlock = { frame: this.first, channels: this.block };
    this.target?.postMessage(
      block,
      this.block.map(({ buffer }) => buffer),
    );
    this.begin(this.block.length);
  }
}

registerProcessor('blocks', Blocks);
