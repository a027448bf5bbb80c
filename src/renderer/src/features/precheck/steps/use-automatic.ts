import { useEffect, useRef, useState } from 'react';
import { isMetricId } from '../../../../../shared/metrics/dictionary.js';
import { judgeDraft } from '../../../../../shared/precheck/flow/evidence.js';
import { type Found, isMeasureOf, withFound } from '../../../../../shared/precheck/flow/progress.js';
import { STATION_ITEMS } from '../../../../../shared/precheck/flow/steps.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import { MEASURE_IDS } from '../../../../../shared/precheck/measures.js';
import type { Measurement } from '../../../../../shared/precheck/record/evidence-schema.js';
import { bridge } from '../../../bridge.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { changeDraft } from '../actions.js';
import { useSection } from '../use-judged.js';

const READ = STATION_ITEMS.filter((item) => item !== 'P2.b.upload');
/** How long readings that are not there yet are waited for, and how often they are asked for, ms. */
const WAIT_MS = 30_000;
const ASK_MS = 2_000;
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

  const read = async (again: boolean) => {
    setReading(true);
    const own = READ.filter(wanted);
    if (again) await refresh(own, alive);
    if (alive.current) await collect(own, 1, WAIT_MS, alive);
    for (let attempt = 2; attempt <= ATTEMPTS && alive.current; attempt++) {
      const { draft } = usePrecheck.getState();
      const near = draft && judgeDraft(draft, section, Date.now()).judgements.filter(({ again }) => again);
      const repeat = own.filter((item) => near?.some((one) => one.item === item));
      if (repeat.length === 0) break;
      await pause(ASK_MS);
      if (alive.current) await collect(repeat, attempt, 0, alive);
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
  const run = (again: boolean) => {
    void read(again);
    if (wanted('P2.b.upload')) void upload();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens and the procedure is known
  useEffect(() => {
    alive.current = true;
    // Items that are done again were put right a moment ago: slow readings are older than that.
    if (!isDone && section) run(items.length < STATION_ITEMS.length);
    return () => {
      alive.current = false;
      void bridge.invoke('precheck:stopUpload', undefined);
    };
  }, [section !== undefined]);
  return { reading, uploading, again: () => run(true) };
}

/** Has everything for these items read now, however rarely that is done by itself, and waits until it was. */
async function refresh(items: readonly ItemId[], alive: { readonly current: boolean }): Promise<void> {
  const metrics = MEASURE_IDS.flatMap((one) => (isMeasureOf(items, one) && isMetricId(one) ? [one] : []));
  const begun = Date.now();
  const asked = await bridge.invoke('readings:refresh', { metrics });
  const until = performance.now() + FRESH_MS;
  while (asked.ok && alive.current && performance.now() < until) {
    const answer = await bridge.invoke('precheck:station', undefined);
    if (!answer.ok) return;
    const own = answer.value.measurements.filter(({ measure }) => isMeasureOf(items, measure));
    if (own.every(({ at }) => at >= begun)) return;
    await pause(ASK_MS / 4);
  }
}

/** Takes what the monitor knows; what it does not know yet is waited for. */
async function collect(
  items: readonly ItemId[],
  attempt: number,
  waitMs: number,
  alive: { readonly current: boolean },
): Promise<void> {
  const until = performance.now() + waitMs;
  for (;;) {
    const answer = await bridge.invoke('precheck:station', undefined);
    if (!alive.current || !answer.ok) return;
    const measurements = answer.value.measurements
      .filter(({ measure }) => isMeasureOf(items, measure))
      .map((one): Measurement => ({ ...one, attempt }));
    await changeDraft((draft) => withFound(draft, items, { measurements, problems: [] } satisfies Found));
    const waits = measurements.some(({ missing }) => missing === 'warming-up');
    if (!waits || performance.now() >= until) return;
    await pause(ASK_MS);
    if (!alive.current) return;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
