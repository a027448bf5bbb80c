import { byTrouble, isTroubled } from '../../../../shared/diagnostics/collectors.js';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { formatClock } from '../../../../shared/format/time.js';
import { useTexts } from '../../i18n.js';
import { Card } from './Card.js';
import { CollectorRow } from './CollectorRow.js';

/** Every collector and how it is doing, the troubled ones first. */
export function CollectorsCard({ collection }: Pick<DiagnosticsView, 'collection'>) {
  const { t } = useTexts();
  return (
    <Card name="collectors" title={t('ui.diag.collectors')} note={<AsOf collection={collection} />}>
      {collection?.at ? (
        <ul className="-mb-1.5 grid gap-x-8 @min-[860px]:grid-cols-2">
          {byTrouble(collection.collectors).map((stats) => (
            <CollectorRow key={stats.id} stats={stats} />
          ))}
        </ul>
      ) : (
        <p className="py-3 text-dim">
          {t(collection ? 'ui.diag.collectors.soon' : 'ui.diag.collectors.replay')}
        </p>
      )}
    </Card>
  );
}

function AsOf({ collection }: Pick<DiagnosticsView, 'collection'>) {
  const { t } = useTexts();
  if (!collection?.at) return null;
  const troubled = collection.collectors.filter(isTroubled).length;
  return (
    <span className="flex flex-wrap gap-x-3">
      {troubled > 0 && (
        <strong data-tone="warning" className="font-semibold text-tone">
          {t('ui.diag.collectors.troubled', { count: troubled })}
        </strong>
      )}
      {t('ui.diag.collectors.asOf', { time: formatClock(collection.at) })}
    </span>
  );
}
