/** Side of a pair of headphones. */
export type Side = 'left' | 'right';

/** Pitch, Hz, length, s, and level of the tone (−20 dBFS, so that nobody is startled). */
const TONE = { hz: 660, seconds: 1.2, gain: 0.1 } as const;

/** Plays a tone on one side only, and ends by itself. */
export async function playTone(side: Side): Promise<void> {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: TONE.hz });
  const gain = new GainNode(context, { gain: 0 });
  const panner = new StereoPannerNode(context, { pan: side === 'left' ? -1 : 1 });
  oscillator.connect(gain).connect(panner).connect(context.destination);
  const now = context.currentTime;
  // A tone that begins at once clicks, and a click is heard on both sides.
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(TONE.gain, now + 0.05);
  gain.gain.setValueAtTime(TONE.gain, now + TONE.seconds - 0.05);
  gain.gain.linearRampToValueAtTime(0, now + TONE.seconds);
  const ended = new Promise((resolve) => oscillator.addEventListener('ended', resolve, { once: true }));
  oscillator.start(now);
  oscillator.stop(now + TONE.seconds);
  await context.resume();
  await ended;
  await context.close();
}
