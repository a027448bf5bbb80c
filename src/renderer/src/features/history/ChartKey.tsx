import { useTexts } from '../../i18n.js';

interface ChartKeyProps {
  readonly hasBand: boolean;
  readonly hasLimit?: boolean;
}

/** What the colours of a chart mean. */
export function ChartKey({ hasBand, hasLimit = false }: ChartKeyProps) {
  const { t } = useTexts();
  const entries = [
    ...(hasBand ? [['h-2 bg-normal', t('ui.history.key.band')] as const] : []),
    ...(hasLimit ? [['h-0.5 bg-[var(--fault)]', t('report.key.limit')] as const] : []),
    ['h-2 bg-[var(--fault-solid)]', t('ui.history.key.incident')],
    ['h-2 bg-[var(--advisory-solid)]', t('ui.history.key.onAir')],
  ] as const;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 text-caption text-dim">
      {entries.map(([look, text]) => (
        <li key={text} className="flex items-center gap-1.5">
          <span className={`w-4 rounded-sm ${look}`} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
