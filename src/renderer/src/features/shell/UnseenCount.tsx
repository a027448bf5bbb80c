import { isUnseen } from '../../../../shared/health/life-cycle.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

/** How many open incidents nobody has acknowledged, as a number beside the dashboard's name. */
export function UnseenCount() {
  const { t } = useTexts();
  const count = useMonitor(({ snapshot }) => snapshot?.incidents.filter(isUnseen).length ?? 0);
  if (count === 0) return null;
  return (
    <span
      data-tone="fault"
      className="ml-auto rounded-full bg-tone-soft px-1.75 text-caption font-semibold text-tone"
    >
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('tray.unseen', { count })}</span>
    </span>
  );
}
