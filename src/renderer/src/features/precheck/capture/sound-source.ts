import type { AudioResult } from '../../../../../shared/precheck/audio/analyser.js';
import { TAKE_MS } from '../../../../../shared/precheck/take.js';
import worklet from './sound.worklet.ts?worker&url';
import type { SoundAnswer, SoundRequest } from './sound-messages.js';

/** How much later than its length a take may end, ms: a loaded machine is late, a dead driver never comes. */
const PATIENCE_MS = 5_000;

/** What a meter shows: levels by channel and the highest sample, dBFS. */
export interface Level {
  readonly levels: readonly number[];
  readonly peak: number;
}

/** A take's sound, and how many of its samples got lost on our side. */
export interface SoundFound {
  readonly result: AudioResult;
  readonly lost: number;
}

/** Listens to an open microphone until it is closed. */
export class SoundSource {
  private readonly worker = new Worker(new URL('./sound.worker.ts', import.meta.url), { type: 'module' });
  private onDone: ((found: SoundFound | null) => void) | null = null;

  private constructor(
    private readonly context: AudioContext,
    onLevel: (level: Level) => void,
  ) {
    this.worker.onmessage = ({ data }: MessageEvent<SoundAnswer>) => {
      if (data.type === 'meter') onLevel(data);
      else this.onDone?.({ result: data.result, lost: data.lost });
    };
  }

  /** Begins to listen, at the microphone's own rate: a changed rate would change its peaks. */
  static async open(stream: MediaStream, onLevel: (level: Level) => void): Promise<SoundSource> {
    const sampleRate = stream.getAudioTracks()[0]?.getSettings().sampleRate;
    const context = new AudioContext(sampleRate === undefined ? {} : { sampleRate });
    const source = new SoundSource(context, onLevel);
    await context.audioWorklet.addModule(worklet);
    const node = new AudioWorkletNode(context, 'blocks', { numberOfOutputs: 0, channelCountMode: 'max' });
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage(port1, [port1]);
    source.ask({ type: 'connect', port: port2, sampleRate: context.sampleRate }, [port2]);
    context.createMediaStreamSource(stream).connect(node);
    await context.resume();
    return source;
  }

  /** Measures one take that begins now; null: not enough sound came in time, or it was stopped. */
  take(): Promise<SoundFound | null> {
    return new Promise((resolve) => {
      const late = setTimeout(() => this.stop(), TAKE_MS + PATIENCE_MS);
      this.onDone = (found) => {
        clearTimeout(late);
        this.onDone = null;
        resolve(found);
      };
      this.ask({ type: 'start' });
    });
  }

  /** Ends a take before its time. */
  stop(): void {
    this.ask({ type: 'stop' });
    this.onDone?.(null);
  }

  /** Stops listening; the stream itself is closed by who opened it. */
  close(): void {
    this.stop();
    this.worker.terminate();
    void this.context.close();
  }

  private ask(request: SoundRequest, transfer: Transferable[] = []): void {
    this.worker.postMessage(request, transfer);
  }
}
