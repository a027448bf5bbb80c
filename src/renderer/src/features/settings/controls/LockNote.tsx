import { Lock } from 'lucide-react';
import { useTexts } from '../../../i18n.js';

/** Says that IT fixed a value, and where. */
export function LockNote({ file }: { readonly file: string }) {
  const { t } = useTexts();
  return (
    <p className="mt-0.5 flex items-start gap-1 text-caption text-dim">
      <Lock className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>{t('ui.settings.locked', { file })}</span>
    </p>
  );
}
