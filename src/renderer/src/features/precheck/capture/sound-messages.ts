import type { AudioResult } from '../../../../../shared/precheck/audio/analyser.js';

/** From the audio thread: a block of samples by channel. */
export interface SoundBlock {
  /** Number of its first sample since the context began. */
  readonly frame: number;
  readonly channels: readonly Float32Array[];
}

/** To the analysis. */
export type SoundRequest =
  | { readonly type: 'connect'; readonly port: MessagePort; readonly sampleRate: number }
  /** The take begins with the next block. */
  | { readonly type: 'start' }
  /** Ends a take before its time. */
  | { readonly type: 'stop' };

/** From the analysis. */
export type SoundAnswer =
  /** Levels of the last tenth of a second by channel, dBFS, and the highest sample. */
  | { readonly type: 'meter'; readonly levels: readonly number[]; readonly peak: number }
  /** The take is over. `lost`: samples that never came. */
  | { readonly type: 'done'; readonly result: AudioResult; readonly lost: number };
