import type { ReactNode } from 'react';

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** Settings that belong together, on a card. */
export function Group({ title, note, children }: GroupProps) {
  return (
    <fieldset className="min-w-0 rounded-card border border-line bg-surface shadow-card">
      {/* Floated, a legend stands in the card instead of on its border. */}
      <legend className="float-left w-full px-4 pt-3.5">
        <h2 className="text-heading font-semibold">{title}</h2>
      </legend>
      <div className="clear-both pb-1.5">
        {note && <p className="max-w-3xl px-4 pt-0.5 text-caption text-dim">{note}</p>}
        <div className="mt-1.5 divide-y divide-line">{children}</div>
      </div>
    </fieldset>
  );
}
