import type { ReactNode } from 'react';
import type { ViewName } from '../../../../shared/ipc/contract.js';
import { Banners } from './Banners.js';

interface PageProps {
  readonly view: ViewName;
  readonly title: string;
  /** What the view is for. */
  readonly intro: string;
  /** What can be done with all of it. */
  readonly actions?: ReactNode;
  /** Lines of text and fields are hard to read across a whole screen; charts and tables are not. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A view: its name, what must be known about the program first, and what it shows. */
export function Page({ view, title, intro, actions, narrow = false, children }: PageProps) {
  return (
    <main id={view} className="@container min-w-0 grow p-3 sm:p-4 lg:p-5">
      <div className={`grid grid-cols-[minmax(0,1fr)] gap-3 lg:gap-4 ${narrow ? 'max-w-4xl' : ''}`}>
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0 grow basis-72">
            <h1 className="text-title font-bold tracking-tight">{title}</h1>
            <p className="max-w-3xl text-dim">{intro}</p>
          </div>
          {actions}
        </header>
        <Banners />
        {children}
      </div>
    </main>
  );
}
