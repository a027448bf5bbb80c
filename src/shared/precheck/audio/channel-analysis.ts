import type { TakePhase } from '../take.js';
import { ActiveLevel } from './active-level.js';
import { ChannelLevels } from './channel-levels.js';
import { LevelTrack } from './level-track.js';
import { PowerSpectrum } from './power-spectrum.js';

/** Share of the quiet phase that its spectrum is about: who speaks too early, or coughs, is no hum (ours). */
const QUIET_SHARE = 0.5;

/** Everything that is measured of one channel of a take. */
export class ChannelAnalysis {
  readonly whole = new ChannelLevels();
  readonly spoken = new ChannelLevels();
  readonly curve: LevelTrack;
  readonly quiet: LevelTrack;
  readonly speech: ActiveLevel;
  readonly quietSpectrum: PowerSpectrum;
  readonly speechSpectrum: PowerSpectrum;

  /** @param sampleRate Hz */
  constructor(sampleRate: number) {
    this.curve = new LevelTrack(sampleRate);
    this.quiet = new LevelTrack(sampleRate);
    this.speech = new ActiveLevel(sampleRate);
    this.quietSpectrum = new PowerSpectrum(sampleRate, QUIET_SHARE);
    this.speechSpectrum = new PowerSpectrum(sampleRate);
  }

  /** Takes one block of samples that lies in one phase. */
  push(samples: Float32Array, phase: TakePhase): void {
    this.whole.push(samples);
    this.curve.push(samples);
    if (phase === 'quiet') {
      this.quiet.push(samples);
      this.quietSpectrum.push(samples);
    } else if (phase === 'speech') {
      this.spoken.push(samples);
      this.speech.push(samples);
      this.speechSpectrum.push(samples);
    }
  }
}
