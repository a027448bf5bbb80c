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

/** Who acknowledges something from here, where a name was given before; it is not asked for. */
export function seenBy(): { readonly by?: string } {
  // Another page of the program may have been given the name meanwhile.
  const name = remembered().trim();
  return name === '' ? {} : { by: name };
}
