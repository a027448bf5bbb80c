import { create } from 'zustand';
import { useMonitor } from './monitor.js';

const SECOND = 1_000;
/** After this long without news the clock goes on by itself, ms. */
const PATIENCE_MS = 2_500;

/** The station's clock as the page shows it, ms since 1970. */
export const useClock = create<{ readonly now: number }>(() => ({ now: 0 }));

// The page's own clock when the station's was last told.
let heardAt = 0;
let viewers = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Usually the clock moves with the updates, so that a time and a value are drawn in one go: every drawing of its own
 * would double the cost of a page that is open all day. Where updates are rarer it ticks every second between them.
 */
function show(): void {
  const { snapshot } = useMonitor.getState();
  if (!snapshot) return;
  // A trace's clock stands still between its readings and may run fast; only the live one goes on by itself.
  const since = snapshot.mode.kind === 'live' ? performance.now() - heardAt : 0;
  const now = Math.floor((snapshot.at + since) / SECOND) * SECOND;
  if (now !== useClock.getState().now) useClock.setState({ now });
}

function wait(delay: number): void {
  clearTimeout(timer);
  if (viewers === 0) return;
  timer = setTimeout(() => {
    show();
    wait(SECOND);
  }, delay);
}

useMonitor.subscribe((after, before) => {
  if (!after.snapshot || after.snapshot.at === before.snapshot?.at) return;
  heardAt = performance.now();
  show();
  wait(PATIENCE_MS);
});

/** Lets the clock run as long as somebody looks at it. @returns a function that ends that */
export function watchClock(): () => void {
  viewers += 1;
  if (viewers === 1) wait(PATIENCE_MS);
  return () => {
    viewers -= 1;
    if (viewers === 0) clearTimeout(timer);
  };
}
