/** Units of measures, as they stand in records and in the page. */
export type MeasureUnit =
  | 'px'
  | 'fps'
  | 'luma'
  | 'score'
  | '%'
  | 'ms'
  | 's'
  | 'dBFS'
  | 'dB'
  | 'LUFS'
  | 'count'
  | 'bool'
  | 'kbit/s'
  | 'Mbit/s'
  | 'dBm'
  | 'days';

/** What one measure is. */
export interface MeasureSpec {
  readonly unit: MeasureUnit;
  /** Digits after the point for people. */
  readonly digits: number;
}

const of = (unit: MeasureUnit, digits = 0): MeasureSpec => ({ unit, digits });

/** Everything that the pre-check measures, by id. What each means: docs/precheck.md. */
export const MEASURES = {
  'camera.width': of('px'),
  'camera.height': of('px'),
  'camera.fps': of('fps', 1),
  'camera.dropped': of('%', 1),
  'camera.luma': of('luma'),
  'camera.black': of('%'),
  'camera.frozen': of('%'),
  'camera.frozenFor': of('ms'),
  'camera.still': of('%'),
  'camera.motion': of('luma', 1),
  'camera.overexposed': of('%', 1),
  'camera.underexposed': of('%', 1),
  'camera.glare': of('%', 1),
  'camera.colourCast': of('%'),
  'camera.sharpness': of('score'),
  'camera.latency': of('ms'),
  'microphone.peak': of('dBFS', 1),
  'microphone.rms': of('dBFS', 1),
  'microphone.speech': of('dBFS', 1),
  'microphone.floor': of('dBFS', 1),
  'microphone.snr': of('dB', 1),
  'microphone.hum': of('dB', 1),
  'microphone.clipped': of('count'),
  'microphone.silent': of('s', 1),
  'microphone.lufs': of('LUFS', 1),
  'microphone.imbalance': of('dB', 1),
  'microphone.muted': of('bool'),
  'headphones.left': of('bool'),
  'headphones.right': of('bool'),
  'network.link': of('bool'),
  'network.loss': of('%', 1),
  'network.latency': of('ms', 1),
  'network.jitter': of('ms', 1),
  'network.signal': of('dBm'),
  'network.upload': of('kbit/s'),
  'network.loadedLatency': of('ms'),
  'network.linkSpeed': of('Mbit/s'),
  'power.ac': of('bool'),
  'power.battery': of('%'),
  'power.voltageDrift': of('count'),
  'devices.missing': of('count'),
  'phone.present': of('bool'),
  'system.updates': of('count'),
  'system.restartPending': of('bool'),
  'antivirus.enabled': of('bool'),
  'antivirus.definitionAge': of('days', 1),
  'antivirus.scanAge': of('days', 1),
} as const satisfies Record<string, MeasureSpec>;

/** Id of a measure. */
export type MeasureId = keyof typeof MEASURES;

/** All ids, in order. */
export const MEASURE_IDS = Object.keys(MEASURES) as [MeasureId, ...MeasureId[]];
