import { create } from 'zustand';

const KEY = 'onair.who';

/** Name of whoever changes the procedure here, remembered by this page for the next time. */
export const useWho = create<{ readonly name: string }>(() => ({ name: remembered() }));

/** Takes the name. */
export function setWho(text: string): void {
  const name = text.trim();
  useWho.setState({ name });
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Then it is asked for again after the next start.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
