import { useEffect, useState } from 'react';
import type { IncidentState } from '../../../../shared/health/state.js';
import { unpack } from '../../../../shared/history/packed.js';
import type { HistoryStatus, Timeline } from '../../../../shared/history/records.js';
import type { SeriesAnswer, StoredSeries } from '../../../../shared/history/series.js';
import { bridge } from '../../bridge.js';
import { useRecords } from '../../stores/records.js';
import type { Stretch } from './chart-data.js';

/** Rows asked for: about two for each dot of a wide chart. */
export const POINTS = 1_500;
/** Time between two looks at a history that can't be read, or that is empty, ms. */
const AGAIN_MS = 3_000;

/** One chart with what stands beside it. */
export interface Shown {
  readonly stretch: Stretch;
  readonly series: StoredSeries;
  readonly answer: SeriesAnswer;
  readonly compared: { readonly series: StoredSeries; readonly answer: SeriesAnswer } | null;
  readonly timeline: Timeline;
  readonly incidents: readonly IncidentState[];
}

/** The state of the history; null until it is known. Asked again while there is nothing to choose from. */
export function useHistoryStatus(): HistoryStatus | null {
  const [status, setStatus] = useState<HistoryStatus | null>(null);
  const isSettled = status !== null && (status.series.length > 0 || status.state === 'off');
  useEffect(() => {
    if (isSettled) return;
    let isOpen = true;
    const ask = async (): Promise<void> => {
      const result = await bridge.invoke('history:status', undefined);
      if (isOpen && result.ok) setStatus(result.value);
    };
    const timer = setInterval(ask, AGAIN_MS);
    void ask();
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [isSettled]);
  return status;
}

/** Reads a stretch of one or two series. What was shown last stays while the next is read, and while that fails. */
export function useStretch(
  series: StoredSeries | undefined,
  compare: StoredSeries | undefined,
  stretch: Stretch,
) {
  const [known, setKnown] = useState<{ shown: Shown | null; failed: boolean }>({
    shown: null,
    failed: false,
  });
  const [tries, setTries] = useState(0);
  const version = useRecords((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed try is made again, and what people did is read
  useEffect(() => {
    if (!series) return;
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const shown = await readStretch(series, compare, stretch);
      if (!isOpen) return;
      setKnown((before) => (shown ? { shown, failed: false } : { shown: before.shown, failed: true }));
      if (!shown) timer = setTimeout(() => setTries((count) => count + 1), AGAIN_MS);
    };
    void read();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [series, compare, stretch, tries, version]);
  return known;
}

async function readStretch(
  series: StoredSeries,
  compare: StoredSeries | undefined,
  stretch: Stretch,
): Promise<Shown | null> {
  const ask = (one: StoredSeries) =>
    bridge.invoke('history:series', { ...one, ...stretch, maxPoints: POINTS });
  const [answer, other, timeline, incidents] = await Promise.all([
    ask(series),
    compare ? ask(compare) : null,
    bridge.invoke('history:spans', stretch),
    bridge.invoke('history:incidents', stretch),
  ]);
  if (!answer.ok || other?.ok === false || !timeline.ok || !incidents.ok) return null;
  return {
    stretch,
    series,
    answer: unpack(answer.value),
    compared: compare && other?.ok ? { series: compare, answer: unpack(other.value) } : null,
    timeline: unpack(timeline.value),
    incidents: unpack(incidents.value),
  };
}
