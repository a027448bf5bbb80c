import type { LucideIcon } from 'lucide-react';
import type { MessageKey } from '../../../shared/i18n/index.js';
import { useTexts } from '../i18n.js';

interface IconListProps {
  readonly points: readonly (readonly [MessageKey, LucideIcon])[];
}

/** Points in words, each with a picture of what it is about. */
export function IconList({ points }: IconListProps) {
  const { t } = useTexts();
  return (
    <ul className="mt-1.5 grid gap-1.5">
      {points.map(([key, Icon]) => (
        <li key={key} className="flex items-start gap-2">
          <Icon className="mt-0.75 size-4 shrink-0 text-dim" aria-hidden />
          <span className="min-w-0">{t(key)}</span>
        </li>
      ))}
    </ul>
  );
}
