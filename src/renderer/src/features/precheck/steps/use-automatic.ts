import { useEffect, useRef, useState } from 'react';
import { judgeDraft } from '../../../../../shared/precheck/flow/evidence.js';
import { isMeasureOf, withFound } from '../../../../../shared/precheck/flow/progress.js';
import { STATION_ITEMS } from '../../../../../shared/precheck/flow/steps.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import { readingsBehind } from '../../../../../shared/precheck/measured/station.js';
import { MEASURE_IDS } from '../../../../../shared/precheck/measures.js';
import type { Measurement } from '../../../../../shared/precheck/record/evidence-schema.js';
import { bridge } from '../../../bridge.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { changeDraft } from '../actions.js';
import { useSection } from '../use-judged.js';

const READ = STATION_ITEMS.filter((item) => item !== 'P2.b.upload');
/** How long readings that were never had are waited for, ms. */
const WAIT_MS = 30_000;
/** How often what is there is asked for, ms. */
const ASK_MS = 500;
/** Before what lies at a limit is taken once more, ms: a fast reading is a new one then. */
const REPEAT_MS = 2_000;
/** Longest wait for readings that were asked for anew, ms: the dearest take some seconds. */
const FRESH_MS = 10_000;
/** Attempts at what lies at a limit, the first included. */
const ATTEMPTS = 3;

/** The automatic checks: all at once, each shown as soon as it is there. */
export interface Automatic {
  readonly reading: boolean;
  readonly uploading: boolean;
  /** Does all of them again, with readings of now. */
  readonly again: () => void;
}

/** Runs the automatic checks of these items when the step opens and they were not done. */
export function useAutomatic(items: readonly ItemId[], isDone: boolean): Automatic {
  const section = useSection();
  const [reading, setReading] = useState(false);
  const [uploading, setUploading] = useState(false);
  const alive = useRef(true);
  const wanted = (item: ItemId) => items.includes(item);

  const read = async () => {
    setReading(true);
    const own = READ.filter(wanted);
    const since = await readAnew(own);
    if (alive.current) await collect(own, { attempt: 1, since, waitMs: WAIT_MS }, alive);
    for (let attempt = 2; attempt <= ATTEMPTS && alive.current; attempt++) {
      const { draft } = usePrecheck.getState();
      const near = draft && judgeDraft(draft, section, Date.now()).judgements.filter(({ again }) => again);
      const repeat = own.filter((item) => near?.some((one) => one.item === item));
      if (repeat.length === 0) break;
      await pause(REPEAT_MS);
      if (alive.current) await collect(repeat, { attempt, since: 0, waitMs: 0 }, alive);
    }
    if (alive.current) setReading(false);
  };
  const upload = async () => {
    const kbps = usePrecheck.getState().draft?.platform.kbps.value;
    if (kbps === undefined) return;
    setUploading(true);
    const answer = await bridge.invoke('precheck:upload', { kbps });
    if (!alive.current) return;
    setUploading(false);
    if (answer.ok) await changeDraft((draft) => withFound(draft, ['P2.b.upload'], answer.value));
  };
  const again = () => {
    void read();
    if (wanted('P2.b.upload')) void upload();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens and the procedure is known
  useEffect(() => {
    alive.current = true;
    if (!isDone && section) again();
    return () => {
      alive.current = false;
      void bridge.invoke('precheck:stopUpload', undefined);
    };
  }, [section !== undefined]);
  return { reading, uploading, again };
}

/**
 * Has everything for these items read now, however rarely that is done by itself: a cable may have been pulled, or put in,
 * a moment ago. @returns what counts as read after that, ms since 1970; 0: nothing can be read, what is known must do
 */
async function readAnew(items: readonly ItemId[]): Promise<number> {
  const begun = Date.now();
  const metrics = MEASURE_IDS.filter((one) => isMeasureOf(items, one)).flatMap(readingsBehind);
  const asked = await bridge.invoke('readings:refresh', { metrics: [...new Set(metrics)] });
  return asked.ok ? begun : 0;
}

/** A run over some items. */
interface Collecting {
  readonly attempt: number;
  /** Readings count that are no older, ms since 1970; after {@link FRESH_MS} any do. */
  readonly since: number;
  /** Longest wait for readings that were never had, ms. */
  readonly waitMs: number;
}

/** Takes what the monitor knows of each item as soon as all of it was read; what it does not know yet is waited for. */
async function collect(
  items: readonly ItemId[],
  { attempt, since, waitMs }: Collecting,
  alive: { readonly current: boolean },
): Promise<void> {
  const begun = performance.now();
  let left = items;
  for (;;) {
    const answer = await bridge.invoke('precheck:station', undefined);
    if (!alive.current || !answer.ok) return;
    const { measurements } = answer.value;
    const waited = performance.now() - begun;
    const isRead = ({ missing, at }: Measurement) =>
      missing === 'warming-up' ? waited >= waitMs : at >= since || waited >= FRESH_MS;
    const of = (item: ItemId) => measurements.filter(({ measure }) => isMeasureOf([item], measure));
    const ready = left.filter((item) => of(item).every(isRead));
    if (ready.length > 0) {
      const found = ready.flatMap(of).map((one): Measurement => ({ ...one, attempt }));
      await changeDraft((draft) => withFound(draft, ready, { measurements: found, problems: [] }));
    }
    left = left.filter((item) => !ready.includes(item));
    if (left.length === 0 || !alive.current) return;
    await pause(ASK_MS);
    if (!alive.current) return;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
