import { reasonText } from '../../../../shared/precheck/texts.js';
import type { Reason } from '../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../i18n.js';

/** Why an item has its verdict, and what to do about each reason. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const speech = useTexts();
  const texts = reasons.map((reason) => reasonText(reason, speech));
  const different = texts.filter(({ what }, i) => texts.findIndex((one) => one.what === what) === i);
  if (different.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {different.map(({ what, todo }) => (
        <li key={what}>
          <span className="font-medium">{what}</span>
          <span className="block text-caption text-dim">{todo}</span>
        </li>
      ))}
    </ul>
  );
}
