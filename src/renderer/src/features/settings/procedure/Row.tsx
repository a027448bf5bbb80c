import type { ReactNode } from 'react';

/** A line of a rule: what it is about, then its fields. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <span className="flex min-h-8 w-24 items-center text-dim">{label}</span>
      {children}
    </div>
  );
}
