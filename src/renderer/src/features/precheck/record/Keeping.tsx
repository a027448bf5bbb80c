import { useTexts } from '../../../i18n.js';
import { usePrecheck } from '../../../stores/precheck.js';

/** Says that records are not on disk; nothing where they are, or where none are made. */
export function Keeping() {
  const { t } = useTexts();
  const keeping = usePrecheck(({ view }) => view?.keeping);
  if (keeping !== 'waiting' && keeping !== 'unread') return null;
  return (
    <p data-keeping={keeping} data-tone="warning" className="text-caption font-medium text-tone">
      {t(`ui.precheck.keeping.${keeping}`)}
    </p>
  );
}
