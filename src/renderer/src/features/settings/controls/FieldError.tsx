import { CircleAlert } from 'lucide-react';
import type { MessageKey, Params } from '../../../../../shared/i18n/index.js';
import { useTexts } from '../../../i18n.js';

interface FieldErrorProps {
  readonly id?: string;
  readonly error: MessageKey | null;
  readonly params?: Params;
}

/** What went wrong, right where it did. */
export function FieldError({ id, error, params }: FieldErrorProps) {
  const { t } = useTexts();
  return (
    <div id={id} role="alert" data-tone="fault">
      {error && (
        <p className="mt-1 flex items-start gap-1 text-caption text-tone">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {t(error, params)}
        </p>
      )}
    </div>
  );
}
