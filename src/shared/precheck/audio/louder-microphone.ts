/** What one microphone heard in the same seconds. */
export interface Heard {
  /** Device id. */
  readonly id: string;
  /** Level while speaking, dBFS. */
  readonly speech: number;
}

/** Another microphone counts as the better one from this much more level, dB (ours: twice the amplitude is no chance). */
const CLEARLY_LOUDER_DB = 6;

/** The microphone that clearly hears more than the chosen one; undefined: none does, or the chosen one is not among them. */
export function louderMicrophone(chosen: string, heard: readonly Heard[]): Heard | undefined {
  const own = heard.find(({ id }) => id === chosen);
  if (!own) return undefined;
  const others = heard.filter((one) => one.speech >= own.speech + CLEARLY_LOUDER_DB);
  return others.toSorted((a, b) => b.speech - a.speech)[0];
}
