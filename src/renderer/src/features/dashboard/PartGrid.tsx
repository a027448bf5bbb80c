import { PARTS } from '../../../../shared/health/parts.js';
import type { PartState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { PartCard } from './PartCard.js';

/** The cards of the moment before the first snapshot, so that nothing moves when it comes. */
const EMPTY: readonly PartState[] = PARTS.map((part) => ({
  part,
  clause: '',
  judgement: 'unknown',
  since: 0,
  metrics: [],
}));

/** All parts of the station, always in the same place. */
export function PartGrid() {
  const { t } = useTexts();
  const parts = useMonitor(({ snapshot }) => snapshot?.parts ?? EMPTY);
  return (
    <section
      aria-label={t('ui.parts')}
      className="grid grow auto-rows-auto grid-cols-1 gap-3 @min-[400px]:grid-cols-2 @min-[740px]:grid-cols-4"
    >
      {parts.map((part) => (
        <PartCard key={part.part} part={part} />
      ))}
    </section>
  );
}
