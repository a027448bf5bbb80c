import { useRef } from 'react';

/**
 * Makes a selector keep its last result as long as the next one says the same, so that what a component shows, and not
 * every tick, decides when it is rendered again. For small results: they are compared as JSON.
 */
export function useAlike<State, T>(select: (state: State) => T): (state: State) => T {
  const last = useRef<{ readonly value: T; readonly text: string }>(null);
  return (state) => {
    const value = select(state);
    const text = JSON.stringify(value);
    if (last.current?.text !== text) last.current = { value, text };
    return last.current.value;
  };
}
