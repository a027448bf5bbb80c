import { useTexts } from '../../i18n.js';
import { Answer } from '../../ui/Answer.js';
import type { Saving } from './use-saving.js';

/** Says how saving ended. */
export function SavingState({ saving: { state, error } }: { readonly saving: Saving }) {
  const { t } = useTexts();
  return (
    <span role="status" data-saving={state} className="min-w-0 text-caption">
      {state === 'saved' && <Answer ok text={t('ui.export.saved')} />}
      {error && <Answer ok={false} text={t(error.key, error.params)} />}
    </span>
  );
}
