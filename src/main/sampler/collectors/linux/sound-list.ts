/** A recording device of the sound server. */
export interface SoundSource {
  readonly name: string;
  readonly description: string;
  readonly isMuted: boolean;
}

/** What the sound server says. */
export interface SoundState {
  /** Name of the source that programs get unless they choose; null: there is none. */
  readonly leading: string | null;
  readonly sources: readonly SoundSource[];
}

/** What a sink plays can be recorded as well: that is no microphone. */
const MONITOR = /\.monitor$/;

/** Reads `pactl list sources` in English. null: a source lacks its name or its switch, or it is no such list. */
export function parseSources(text: string): SoundSource[] | null {
  const blocks = text.split(/^Source #\d+\s*$/m).slice(1);
  if (blocks.length === 0) return text.trim() === '' ? [] : null;
  const sources: SoundSource[] = [];
  for (const block of blocks) {
    const name = /^\tName: (\S.*)$/m.exec(block)?.[1]?.trim();
    const mute = /^\tMute: (yes|no)\s*$/m.exec(block)?.[1];
    if (name === undefined || mute === undefined) return null;
    const description = /^\tDescription: (\S.*)$/m.exec(block)?.[1]?.trim() ?? name;
    if (!MONITOR.test(name)) sources.push({ name, description, isMuted: mute === 'yes' });
  }
  return sources;
}

/** Reads the leading source of `pactl info` in English. undefined: it is no such answer; null: there is none. */
export function parseLeadingSource(text: string): string | null | undefined {
  const name = /^Default Source: *(.*)$/m.exec(text)?.[1]?.trim();
  if (name === undefined) return undefined;
  return name === '' || name === '@DEFAULT_SOURCE@' || MONITOR.test(name) ? null : name;
}

/** Reads `wpctl get-volume`, `Volume: 0.45 [MUTED]`: whether it is muted. null: it is none. */
export function parseWpctl(text: string): boolean | null {
  const found = /^Volume: \d+\.\d+( \[MUTED\])?\s*$/.exec(text.trim());
  return found === null ? null : found[1] !== undefined;
}

/** What an event of `pactl subscribe` may have changed; null: nothing of interest. */
export function changedBy(line: string): 'sources' | 'server' | null {
  const [, what] = /^Event '(?:new|change|remove)' on (source|server|card)(?:\s|$)/.exec(line) ?? [];
  if (what === undefined) return null;
  return what === 'server' ? 'server' : 'sources';
}
