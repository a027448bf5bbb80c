import { Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { baselineRows } from '../../../../shared/baseline/compare.js';
import { PARTS } from '../../../../shared/health/parts.js';
import { useTexts } from '../../i18n.js';
import { useBaseline } from '../../stores/baseline.js';
import { useMonitor } from '../../stores/monitor.js';
import { Bone } from '../../ui/Bone.js';
import { Note } from '../../ui/Note.js';
import { Page } from '../shell/Page.js';
import { Actions } from './Actions.js';
import { EmptyBaseline } from './EmptyBaseline.js';
import { PartTable } from './PartTable.js';
import { Summary } from './Summary.js';
import { useReadiness } from './use-baseline-steps.js';

const NONE = [] as const;

/** How the station should be, beside how it is now; IT takes it here. */
export function BaselinePage() {
  const { t } = useTexts();
  useReadiness();
  const view = useBaseline((state) => state.view);
  const failed = useBaseline((state) => state.failed);
  const parts = useMonitor(({ snapshot }) => snapshot?.parts ?? NONE);
  const current = view?.current ?? null;
  const rows = useMemo(
    () =>
      current
        ? baselineRows(
            current,
            parts.flatMap(({ metrics }) => metrics),
          )
        : NONE,
    [current, parts],
  );
  const missing = rows.flatMap((row) => (row.kind === 'device' && row.mark === 'missing' ? [row.name] : []));
  return (
    <Page view="baseline" title={t('ui.baseline.title')} intro={t('ui.baseline.intro')} narrow>
      <div role="status" className="contents">
        {failed && (
          <Note tone="warning" icon={Unplug}>
            {t('ui.baseline.error.load')}
          </Note>
        )}
      </div>
      {view === null ? (
        <div role="status" aria-label={t('ui.baseline.loading')}>
          <Bone className="h-40 w-full" />
        </div>
      ) : (
        <>
          {current ? <Summary baseline={current} rows={rows} /> : <EmptyBaseline />}
          <Actions view={view} missing={missing} />
          {PARTS.map((part) => {
            const own = rows.filter((row) => row.part === part);
            return own.length > 0 && <PartTable key={part} part={part} rows={own} />;
          })}
        </>
      )}
    </Page>
  );
}
