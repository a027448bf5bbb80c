import { Unplug } from 'lucide-react';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { useTexts } from '../../i18n.js';
import { Bone } from '../../ui/Bone.js';
import { Note } from '../../ui/Note.js';
import { Page } from '../shell/Page.js';
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
    <Page view="diagnostics" title={t('ui.nav.diagnostics')} intro={t('ui.diag.intro')} actions={<Actions />}>
      <div role="status" className="contents">
        {failed && (
          <Note tone="warning" icon={Unplug}>
            {t('ui.diag.failed')}
          </Note>
        )}
      </div>
      {view ? <Cards view={view} /> : <Bones label={t('ui.diag.loading')} />}
    </Page>
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
