import type { MediaGrant } from '../../../../../shared/ipc/precheck.js';
import type { Heard } from '../../../../../shared/precheck/audio/louder-microphone.js';
import { close, openMicrophone } from './open.js';
import type { CaptureState } from './session.js';
import { SoundSource } from './sound-source.js';

/** Most other microphones that listen along: more on one desk is no question of which to choose. */
const MOST = 3;

interface Listener {
  readonly id: string;
  readonly stream: MediaStream;
  readonly source: SoundSource;
}

/** The other microphones of the station, listening along in a take to tell whether one of them hears more. */
export class Listeners {
  private constructor(private readonly all: readonly Listener[]) {}

  /** Opens those that can be opened; one that can't says nothing. */
  static async open({ devices, microphone }: CaptureState, grant: MediaGrant | null): Promise<Listeners> {
    if (!grant || !microphone.isOpen || !microphone.device) return new Listeners([]);
    const { id, group } = microphone.device;
    const others = (devices?.microphones ?? []).filter((one) => one.id !== id && one.group !== group);
    const opened = await Promise.all(
      others.slice(0, MOST).map(async (one): Promise<Listener[]> => {
        const result = await openMicrophone(one.id, grant);
        if (!result.ok) return [];
        const source = await SoundSource.open(result.stream, () => undefined);
        return [{ id: one.id, stream: result.stream, source }];
      }),
    );
    return new Listeners(opened.flat());
  }

  /** What each heard while somebody spoke. */
  async take(): Promise<Heard[]> {
    const heard = await Promise.all(
      this.all.map(async ({ id, source }): Promise<Heard[]> => {
        const speech = (await source.take())?.result.speech ?? null;
        return speech === null ? [] : [{ id, speech }];
      }),
    );
    return heard.flat();
  }

  /** Closes all of them. */
  close(): void {
    for (const { source, stream } of this.all) {
      source.close();
      close(stream);
    }
  }
}
