import type { ReactNode } from 'react';

interface CardProps {
  /** Also makes the id of its heading. */
  readonly name: string;
  readonly title: string;
  /** A remark beside the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A section of the diagnostics. */
export function Card({ name, title, note, children }: CardProps) {
  return (
    <section
      data-testid={`diagnostics-${name}`}
      aria-labelledby={`diagnostics-${name}`}
      className="min-w-0 rounded-card border border-line bg-surface px-4 pt-3 pb-3.5 shadow-card"
    >
      <header className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`diagnostics-${name}`} className="text-heading font-semibold">
          {title}
        </h2>
        {note !== undefined && <div className="text-caption text-dim">{note}</div>}
      </header>
      {children}
    </section>
  );
}
