import { useTexts } from '../../i18n.js';
import { Bone } from '../../ui/Bone.js';
import { Page } from '../shell/Page.js';
import { HistoryView } from './HistoryView.js';
import { Nothing } from './Messages.js';
import { useHistoryStatus } from './use-history.js';

/** What the station did: curves, incidents and times on air, from minutes to years. */
export function HistoryPage() {
  const { t } = useTexts();
  const status = useHistoryStatus();
  return (
    <Page view="history" title={t('ui.nav.history')} intro={t('ui.history.intro')}>
      {!status && (
        <div
          role="status"
          aria-label={t('ui.history.loading')}
          className="rounded-card border border-line bg-surface p-4"
        >
          <Bone className="h-4 w-32" />
          <Bone className="mt-4 h-56 w-full" />
        </div>
      )}
      {status?.state === 'off' && <Nothing title={t('ui.history.off')} note={t('ui.history.off.note')} />}
      {status?.state === 'memory' && status.series.length === 0 && (
        <Nothing
          title={t('ui.history.memory')}
          note={t('ui.history.memory.note', { problem: status.problem ?? status.file })}
        />
      )}
      {status && status.state !== 'off' && status.state !== 'memory' && status.series.length === 0 && (
        <Nothing title={t('ui.history.none')} note={t('ui.history.none.note')} />
      )}
      {status && status.series.length > 0 && <HistoryView series={status.series} />}
    </Page>
  );
}
