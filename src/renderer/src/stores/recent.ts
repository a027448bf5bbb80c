import { create } from 'zustand';
import { type MonitorSnapshot, RECENT_MS } from '../../../shared/ipc/contract.js';
import { seriesKey } from '../../../shared/metrics/reading.js';
import type { Bridge } from '../bridge.js';
import { useMonitor } from './monitor.js';

/** Times, ms since 1970, and values of one series, oldest first; null: it was missing then. */
export interface Track {
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
}

/** A track as it is kept: it grows in place, for copies of all of them at every tick would be most of the page's garbage. */
interface GrowingTrack extends Track {
  readonly at: number[];
  readonly values: (number | null)[];
}

/** What the page knows of the last minutes. */
export interface Recent {
  readonly tracks: Map<string, GrowingTrack>;
}

/** Longest track kept: ten minutes of a value a second. */
const LONGEST = RECENT_MS / 1_000;

/**
 * The last minutes of every series: main's when the page opened, then what came since. By {@link seriesKey}. Another map
 * means that the past changed, too.
 */
export const useRecent = create<Recent>(() => ({
  tracks: new Map(),
}));

/** Fills the tracks from main once, and lets them follow the station's state. @returns a function that ends it */
export function followRecent(bridge: Bridge): () => void {
  const end = useMonitor.subscribe(({ snapshot }, before) => {
    if (snapshot && snapshot !== before.snapshot) append(snapshot, before.snapshot);
  });
  void bridge.invoke('monitor:recent', undefined).then((result) => {
    if (!result.ok) return;
    const tracks = new Map(useRecent.getState().tracks);
    for (const { metric, instance, at, values } of result.value) {
      const key = seriesKey(metric, instance);
      // What came while the answer was on its way is newer than all of it, or in it already.
      const seen = tracks.get(key);
      const first = at.at(-1) ?? 0;
      const later = seen?.at.findIndex((time) => time > first) ?? -1;
      tracks.set(
        key,
        seen && later >= 0
          ? { at: [...at, ...seen.at.slice(later)], values: [...values, ...seen.values.slice(later)] }
          : { at: [...at], values: [...values] },
      );
    }
    useRecent.setState({ tracks });
  });
  return end;
}

function append(snapshot: MonitorSnapshot, before: MonitorSnapshot | null): void {
  const { tracks } = useRecent.getState();
  snapshot.parts.forEach((part, index) => {
    // A part that did not change has no new reading.
    if (part === before?.parts[index]) return;
    for (const { metric, instance, at, value } of part.metrics) {
      const key = seriesKey(metric, instance);
      const track = tracks.get(key);
      const last = track?.at.at(-1) ?? Number.NEGATIVE_INFINITY;
      if (at === last) continue;
      // A clock that was set back starts anew.
      if (!track || at < last) tracks.set(key, { at: [at], values: [value] });
      else grow(track, at, value);
    }
  });
  useRecent.setState({ tracks });
}

function grow({ at, values }: GrowingTrack, time: number, value: number | null): void {
  at.push(time);
  values.push(value);
  if (at.length <= LONGEST) return;
  at.shift();
  values.shift();
}
