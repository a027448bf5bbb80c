/** Records what a microphone hears, only to be played back on this page. */
export class Recorder {
  private readonly recorder: MediaRecorder | null;
  private readonly parts: Blob[] = [];

  /** @param stream of the microphone; undefined: there is none, and nothing is recorded */
  constructor(stream: MediaStream | undefined) {
    this.recorder = stream ? new MediaRecorder(stream) : null;
    this.recorder?.addEventListener('dataavailable', ({ data }) => this.parts.push(data));
    this.recorder?.start();
  }

  /** Ends the recording and gives it; null: there is none. */
  async end(): Promise<Blob | null> {
    const { recorder } = this;
    if (!recorder) return null;
    if (recorder.state !== 'inactive') {
      const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await ended;
    }
    return this.parts.length > 0 ? new Blob(this.parts, { type: recorder.mimeType }) : null;
  }
}
