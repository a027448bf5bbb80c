import { History, Unplug } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { Note } from '../../ui/Note.js';

interface NothingProps {
  readonly title: string;
  readonly note: string;
  /** It stands in a card already. */
  readonly inside?: boolean;
}

/** Says why there is nothing to see. */
export function Nothing({ title, note, inside = false }: NothingProps) {
  return (
    <div
      role="status"
      className={`px-4 py-10 text-center ${inside ? '' : 'rounded-card border border-line bg-surface shadow-card'}`}
    >
      <History className="mx-auto mb-2 size-6 text-dim" aria-hidden />
      <p className="font-semibold">{title}</p>
      <p className="text-dim">{note}</p>
    </div>
  );
}

/** Says that the history can't be read now. */
export function Failed() {
  const { t } = useTexts();
  return (
    <div role="status">
      <Note tone="warning" icon={Unplug}>
        {t('ui.history.failed')}
      </Note>
    </div>
  );
}
