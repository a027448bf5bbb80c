import type { TakePhase } from '../../../../../shared/precheck/take.js';
import type { VideoResult } from '../../../../../shared/precheck/video/analyser.js';

/** To the analysis. */
export type PictureRequest =
  | {
      readonly type: 'frame';
      readonly frame: VideoFrame;
      readonly atMs: number;
      readonly width: number;
      readonly height: number;
      readonly shown: number;
      readonly phase: TakePhase;
      readonly latencyMs?: number;
    }
  /** The take begins with the next frame. */
  | { readonly type: 'start' }
  /** The take is over. */
  | { readonly type: 'end' };

/** What a camera showed in a take. */
export interface PictureFound {
  readonly result: VideoResult;
  /** Of the larger pictures; null: there was nothing that could be sharp. */
  readonly sharpness: number | null;
  /** A small JPEG of the middle of the take; null: no frame came. */
  readonly picture: Uint8Array<ArrayBuffer> | null;
}

/** From the analysis. */
export type PictureAnswer =
  /** A frame was dealt with. */
  | { readonly type: 'ready' }
  /** What the last second showed. */
  | ({ readonly type: 'live' } & Pick<PictureFound, 'result' | 'sharpness'>)
  | ({ readonly type: 'done' } & PictureFound);
