import { Unplug } from 'lucide-react';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { useTexts } from '../../i18n.js';
import { Bone } from '../../ui/Bone.js';
import { Actions } from './Actions.js';
import { CollectorsCard } from './CollectorsCard.js';
import { CostsCard } from './CostsCard.js';
import { LogCard } from './LogCard.js';
import { ProgramCard } from './ProgramCard.js';
import { useDiagnostics } from './use-diagnostics.js';

/** How the program itself is doing, for IT: what it reads and how well, what it costs, what it noted. */
export function Diagnostics() {
  const { t } = useTexts();
  const { view, failed } = useDiagnostics();
  return (
    <main id="diagnostics" className="@container flex min-w-0 grow flex-col gap-3 p-3 sm:p-4 lg:gap-4 lg:p-5">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 grow basis-72">
          <h1 className="text-title font-bold tracking-tight">{t('ui.nav.diagnostics')}</h1>
          <p className="text-dim">{t('ui.diag.intro')}</p>
        </div>
        <Actions />
      </header>
      <div role="status" className="contents">
        {failed && (
          <p
            data-tone="warning"
            className="flex items-center gap-2.5 rounded-lg border border-tone-solid/30 bg-tone-soft px-3.5 py-2 text-tone"
          >
            <Unplug className="size-4 shrink-0" aria-hidden />
            {t('ui.diag.failed')}
          </p>
        )}
      </div>
      {view ? <Cards view={view} /> : <Bones label={t('ui.diag.loading')} />}
    </main>
  );
}

function Cards({ view }: { readonly view: DiagnosticsView }) {
  return (
    <>
      <CollectorsCard collection={view.collection} />
      <div className="grid gap-3 @min-[860px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-4">
        <ProgramCard view={view} />
        <CostsCard costs={view.costs} />
      </div>
      <LogCard entries={view.log} />
    </>
  );
}

function Bones({ label }: { readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-3 lg:gap-4">
      {['h-52', 'h-40', 'h-40'].map((height, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <div key={i} className={`rounded-card border border-line bg-surface p-4 shadow-card ${height}`}>
          <Bone className="h-4 w-32" />
          <Bone className="mt-4 h-3 w-3/4" />
          <Bone className="mt-3 h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
