import { create } from 'zustand';
import { useMonitor } from './monitor.js';

const SECOND = 1_000;

/** The station's clock as the page shows it, ms since 1970; moves once a second. */
export const useClock = create<{ readonly now: number }>(() => ({ now: 0 }));

// The page's own clock when the station's was last told.
let heardAt = 0;
let viewers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const { snapshot } = useMonitor.getState();
  if (!snapshot) return;
  // A trace's clock stands still between its readings and may run fast; only the live one goes on by itself.
  const since = snapshot.mode.kind === 'live' ? performance.now() - heardAt : 0;
  const now = Math.floor((snapshot.at + since) / SECOND) * SECOND;
  if (now !== useClock.getState().now) useClock.setState({ now });
}

useMonitor.subscribe((after, before) => {
  if (!after.snapshot || after.snapshot.at === before.snapshot?.at) return;
  heardAt = performance.now();
  tick();
});

/** Lets the clock run as long as somebody looks at it. @returns a function that ends that */
export function watchClock(): () => void {
  viewers += 1;
  timer ??= setInterval(tick, SECOND);
  return () => {
    viewers -= 1;
    if (viewers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
