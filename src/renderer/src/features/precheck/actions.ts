import type { Draft } from '../../../../shared/precheck/flow/draft.js';
import { STEPS, type Step } from '../../../../shared/precheck/flow/steps.js';
import { ITEM_IDS, type ItemId } from '../../../../shared/precheck/items.js';
import { bridge } from '../../bridge.js';
import { askForPrecheck, usePrecheck } from '../../stores/precheck.js';

/** Begins a new check. */
export async function startCheck(): Promise<void> {
  take(await bridge.invoke('precheck:start', undefined));
}

/** Goes on with the check that was begun, where it stopped. */
export async function resumeCheck(): Promise<void> {
  const answer = await bridge.invoke('precheck:draft', undefined);
  if (answer.ok && answer.value) usePrecheck.setState({ draft: answer.value, screen: 'wizard', error: null });
  else await askForPrecheck(bridge);
}

/** Begins to do items of a record again. */
export async function checkAgain(seq: number, items: readonly ItemId[]): Promise<void> {
  take(await bridge.invoke('precheck:again', { seq, items }));
}

/** Leaves the wizard; the check stays and can be resumed. */
export async function pauseCheck(): Promise<void> {
  usePrecheck.setState({ screen: 'home', draft: null });
  await askForPrecheck(bridge);
}

/** Drops the check that was begun. */
export async function discardCheck(): Promise<void> {
  const answer = await bridge.invoke('precheck:discard', undefined);
  usePrecheck.setState({ screen: 'home', draft: null, error: answer.ok ? null : answer.error.code });
}

/** Changes the check that is being made, and stores it at once. */
export async function changeDraft(change: (draft: Draft) => Draft): Promise<void> {
  const { draft } = usePrecheck.getState();
  if (!draft) return;
  const changed = change(draft);
  usePrecheck.setState({ draft: changed });
  const answer = await bridge.invoke('precheck:save', changed);
  usePrecheck.setState({ error: answer.ok ? null : answer.error.code });
}

/** Goes to a step. */
export const goTo = (step: Step): Promise<void> => changeDraft((draft) => ({ ...draft, step }));

/** Goes one step on, or back. Where single items are done again, the result is the next step. */
export function goOn(by: 1 | -1): Promise<void> {
  return changeDraft((draft) => {
    const steps = stepsOf(draft);
    const at = steps.indexOf(draft.step) + by;
    return { ...draft, step: steps[Math.max(0, Math.min(steps.length - 1, at))] ?? draft.step };
  });
}

/** The steps of a check: all of them, or those of the items that are done again. */
export function stepsOf({ items }: Pick<Draft, 'items'>): readonly Step[] {
  if (items.length === ITEM_IDS.length) return STEPS;
  return STEPS.filter((step) => step === 'result' || items.some((item) => stepsFor(item).includes(step)));
}

/** Judges and records the check, and shows the record. */
export async function finishCheck(): Promise<void> {
  const answer = await bridge.invoke('precheck:finish', undefined);
  if (answer.ok) usePrecheck.setState({ record: answer.value, screen: 'record', draft: null, error: null });
  else usePrecheck.setState({ error: answer.error.code });
}

/** Shows a record. */
export async function openRecord(seq: number): Promise<void> {
  const answer = await bridge.invoke('precheck:record', { seq });
  if (answer.ok) usePrecheck.setState({ record: answer.value, screen: 'record', error: null });
  else usePrecheck.setState({ error: answer.error.code });
}

/** Shows the list of checks. */
export const showHome = (): void => usePrecheck.setState({ screen: 'home', record: null });

function take(answer: Awaited<ReturnType<typeof bridge.invoke<'precheck:start'>>>): void {
  if (answer.ok) usePrecheck.setState({ draft: answer.value, screen: 'wizard', record: null, error: null });
  else usePrecheck.setState({ error: answer.error.code });
}

/** Cables are measured first and confirmed after; light is measured by the camera and confirmed, too. */
function stepsFor(item: ItemId): readonly Step[] {
  switch (item) {
    case 'P2.a':
      return ['automatic', 'manual'];
    case 'P3.b':
      return ['take', 'manual'];
    case 'P2.c.camera':
    case 'P2.c.microphone':
      return ['take'];
    case 'P2.c.headphones':
      return ['headphones'];
    default:
      return item.startsWith('P2.') ? ['automatic'] : ['manual'];
  }
}
