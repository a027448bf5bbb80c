import type { TakePhase } from '../take.js';
import { type Band, thirdOctaveBands } from './bands.js';
import { ChannelAnalysis } from './channel-analysis.js';
import { SILENCE_DB } from './decibels.js';
import { findHum, type Hum } from './hum.js';
import { LoudnessMeter } from './loudness.js';

/** What a take sounds like. Levels in dBFS, RMS unless said otherwise; null: the take was too short for it. */
export interface AudioResult {
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  readonly seconds: number;
  /** Highest sample of any channel. */
  readonly peak: number;
  /** Level of everything. This and all below but `clipped` and `lufs` are of the louder channel. */
  readonly rms: number;
  /** Level while speaking (ITU-T P.56) in the speech phase. */
  readonly speech: number | null;
  /** Noise floor: the level below which a fifth of the quiet phase lies, so that a cough and a click don't count. */
  readonly floor: number | null;
  /** Speech over floor, dB. */
  readonly snr: number | null;
  readonly hum: Hum | null;
  /** Most runs of full-scale samples in one channel. */
  readonly clipped: number;
  /** Longest stretch of samples that are exactly zero while somebody should speak, s; null: no speech phase. */
  readonly silent: number | null;
  /** Integrated loudness of the take, LUFS. */
  readonly lufs: number | null;
  /** How far the quieter channel lies below the louder one, dB; null with one channel, or where both are silent. */
  readonly imbalance: number | null;
  /** Level every 100 ms. */
  readonly curve: readonly number[];
  /** Third-octave bands of the quiet and the speech phase. */
  readonly spectrum: { readonly quiet: readonly Band[]; readonly speech: readonly Band[] };
}

/** Least length of the quiet and the speech phase that says something, s (ours). */
const LEAST_PHASE_S = 1;
/** Share of the quiet phase that lies below the floor (ours). */
const FLOOR_SHARE = 0.2;

/**
 * Analyses a take while it comes in, in blocks of any length. Blocks that cross the border of two phases must be cut
 * there by the caller. Nothing is kept of the sound itself but levels and spectra.
 */
export class AudioAnalyser {
  private readonly channels: readonly ChannelAnalysis[];
  private readonly loudness: LoudnessMeter;

  /** @param sampleRate Hz, 8,000 to 192,000 @param channels 1 or 2 */
  constructor(
    private readonly sampleRate: number,
    channels: number,
  ) {
    this.channels = Array.from({ length: channels }, () => new ChannelAnalysis(sampleRate));
    this.loudness = new LoudnessMeter(sampleRate, channels);
  }

  /** Takes one block: samples by channel, −1 to 1, all of one length, in one phase of the take. */
  push(block: readonly Float32Array[], phase: TakePhase): void {
    for (const [c, channel] of this.channels.entries()) {
      const samples = block[c];
      if (samples) channel.push(samples, phase);
    }
    this.loudness.push(block);
  }

  /** Level of the last 100 ms by channel, dBFS; for a meter. */
  meter(): number[] {
    return this.channels.map(({ curve }) => curve.latest() ?? SILENCE_DB);
  }

  /** What was measured so far. */
  result(): AudioResult {
    const levels = this.channels.map(({ whole }) => whole.rmsDb);
    const loudest = Math.max(...levels);
    const lead = this.channels[levels.indexOf(loudest)] ?? new ChannelAnalysis(this.sampleRate);
    const quietest = Math.min(...levels);
    const hasSpeech = lead.spoken.samples >= LEAST_PHASE_S * this.sampleRate;
    const speech = hasSpeech ? lead.speech.level() : null;
    const floor = lead.quiet.seconds >= LEAST_PHASE_S ? lead.quiet.quantile(FLOOR_SHARE) : null;
    const silent = Math.min(...this.channels.map(({ spoken }) => spoken.zeros)) / this.sampleRate;
    return {
      sampleRate: this.sampleRate,
      channels: this.channels.length,
      seconds: lead.whole.samples / this.sampleRate,
      peak: Math.max(...this.channels.map(({ whole }) => whole.peakDb)),
      rms: lead.whole.rmsDb,
      speech,
      floor,
      snr: speech === null || floor === null ? null : speech - floor,
      hum: humOf(lead),
      clipped: Math.max(...this.channels.map(({ whole }) => whole.clipped)),
      silent: hasSpeech ? silent : null,
      lufs: this.loudness.integrated(),
      imbalance: this.channels.length < 2 || loudest === SILENCE_DB ? null : loudest - quietest,
      curve: lead.curve.levels(),
      spectrum: { quiet: bandsOf(lead.quietSpectrum), speech: bandsOf(lead.speechSpectrum) },
    };
  }
}

function humOf({ quietSpectrum }: ChannelAnalysis): Hum | null {
  const powers = quietSpectrum.powers();
  return powers && findHum(powers, quietSpectrum.binHz);
}

function bandsOf(spectrum: ChannelAnalysis['quietSpectrum']): Band[] {
  const powers = spectrum.powers();
  return powers ? thirdOctaveBands(powers, spectrum.binHz) : [];
}
