import { formatMoment } from '../../../../shared/format/time.js';
import { useTexts } from '../../i18n.js';
import { useBaseline } from '../../stores/baseline.js';
import { openView } from '../../stores/view.js';
import { Group } from './controls/Group.js';
import { BUTTON } from './controls/styles.js';

/** Whether the station has a baseline, and the way to it. */
export function BaselineGroup() {
  const { t, language } = useTexts();
  const current = useBaseline(({ view }) => view?.current);
  return (
    <Group title={t('ui.baseline.title')} note={t('ui.baseline.intro')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
        <p className="min-w-0 grow">
          {current
            ? t('ui.baseline.taken', {
                name: current.by,
                time: formatMoment(current.at, Date.now(), language),
              })
            : t('ui.settings.baseline.none')}
        </p>
        <button type="button" className={BUTTON} onClick={() => openView('baseline')}>
          {t('ui.settings.baseline.open')}
        </button>
      </div>
    </Group>
  );
}
