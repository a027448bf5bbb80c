import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../../../shared/precheck/flow/draft.js';
import { judgeDraft } from '../../../../../shared/precheck/flow/evidence.js';
import { withFound } from '../../../../../shared/precheck/flow/progress.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type { PrecheckSection } from '../../../../../shared/precheck/section.js';
import { bridge } from '../../../bridge.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { changeDraft } from '../actions.js';
import { CaptureSession, type Kind } from '../capture/session.js';
import { runTake, type TakeFound } from '../capture/take.js';
import { useSection } from '../use-judged.js';

/** Attempts at what lies at a limit, the first included. */
const ATTEMPTS = 3;
/** Between two takes that follow by themselves, ms: time to read that another one comes. */
const BREATH_MS = 3_000;

/** A take as the step works with it. */
export interface Take {
  readonly session: CaptureSession | null;
  /** When the take that runs began, ms by the page's clock; null: none runs. */
  readonly begun: number | null;
  /** Another take follows by itself: something lies at a limit. */
  readonly repeating: boolean;
  readonly found: TakeFound | null;
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

/** Opens camera and microphone for as long as the step is shown, and measures takes. */
export function useTake(
  video: RefObject<HTMLVideoElement | null>,
  draft: Draft,
  wants: readonly Kind[],
): Take {
  const section = useSection();
  const [session, setSession] = useState<CaptureSession | null>(null);
  const [begun, setBegun] = useState<number | null>(null);
  const [repeating, setRepeating] = useState(false);
  const [found, setFound] = useState<TakeFound | null>(null);
  const stopped = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one session for the step; devices are chosen inside it
  useEffect(() => {
    if (!video.current) return;
    const last = Object.fromEntries(draft.devices.map((device) => [device.kind, device]));
    const opened = new CaptureSession({
      bridge,
      video: video.current,
      platform: draft.platform,
      last,
      wants,
    });
    setSession(opened);
    void opened.start();
    // A window that closes takes its page with it; this is for every other way out of the step.
    return () => {
      stopped.current = true;
      opened.close();
    };
  }, []);

  const one = async (attempt: number): Promise<void> => {
    if (!session) return;
    setBegun(performance.now());
    const programs = async () => {
      const answer = await bridge.invoke('precheck:station', undefined);
      return answer.ok ? answer.value.programs : {};
    };
    const taken = await runTake({ session, wants, programs, attempt });
    if (stopped.current) return;
    setFound(taken);
    await keep(taken, wants);
  };
  const run = async (): Promise<void> => {
    stopped.current = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await one(attempt);
      const follows = attempt < ATTEMPTS && !stopped.current && isNear(section, wants);
      // Both at once: between two takes that follow each other there is nothing to press.
      setBegun(null);
      setRepeating(follows);
      if (!follows) break;
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      setRepeating(false);
      if (stopped.current) break;
    }
  };
  const stop = () => {
    stopped.current = true;
    setRepeating(false);
    session?.picture?.stop();
    session?.sound?.stop();
  };
  return { session, begun, repeating, found, run, stop };
}

/** The items of what is measured. */
export function itemsOf(wants: readonly Kind[]): ItemId[] {
  return wants.map((kind) => (kind === 'camera' ? 'P2.c.camera' : 'P2.c.microphone'));
}

async function keep(taken: TakeFound, wants: readonly Kind[]): Promise<void> {
  if (taken.picture) await bridge.invoke('precheck:picture', { jpeg: taken.picture });
  await changeDraft((draft) => ({
    ...withFound(draft, itemsOf(wants), taken),
    devices: [
      ...draft.devices.filter(({ kind }) => !taken.devices.some((one) => one.kind === kind)),
      ...taken.devices,
    ],
    ...(taken.sound && { sound: taken.sound }),
  }));
}

function isNear(section: PrecheckSection | undefined, wants: readonly Kind[]): boolean {
  const { draft } = usePrecheck.getState();
  if (!draft) return false;
  const items = itemsOf(wants);
  return judgeDraft(draft, section, Date.now()).judgements.some(
    ({ item, again }) => again && items.includes(item),
  );
}
