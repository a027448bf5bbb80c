/** Look of every field that is typed or chosen in. */
export const INPUT =
  'h-8 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-ink placeholder:text-dim hover:border-dim disabled:border-line disabled:bg-sunken disabled:text-dim aria-invalid:border-[var(--fault-solid)]';

/** Look of a quiet button. */
export const BUTTON =
  'inline-flex items-center gap-1.5 rounded-lg border border-line-strong bg-surface px-3 py-1 font-medium hover:bg-sunken disabled:border-line disabled:text-dim disabled:hover:bg-surface';

/** Look of the one button that most people want. */
export const MAIN_BUTTON =
  'inline-flex items-center gap-1.5 rounded-lg border border-brand bg-brand px-3.5 py-1 font-semibold text-brand-ink hover:opacity-90 disabled:border-line disabled:bg-sunken disabled:text-dim disabled:hover:opacity-100';

/** Look of a button inside a line of text. */
export const TEXT_BUTTON =
  'rounded px-1 font-medium text-brand underline decoration-transparent underline-offset-2 hover:decoration-current disabled:text-dim disabled:hover:decoration-transparent';

/** Look of check boxes and radio buttons. */
export const CHECK = 'size-4 shrink-0 accent-brand';
