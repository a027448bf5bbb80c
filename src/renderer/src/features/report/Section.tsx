import type { ReactNode } from 'react';

/** A part of the report that stays together where the page has room for it. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h2 className="mb-1.5 text-[1rem] font-semibold">{title}</h2>
      {children}
    </section>
  );
}
