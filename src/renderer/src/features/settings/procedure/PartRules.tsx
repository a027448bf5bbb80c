import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Part, Profile } from '../../../../../shared/sop/schema.js';
import { useTexts } from '../../../i18n.js';
import { usePreferences } from '../../../stores/settings.js';
import { useView } from '../../../stores/view.js';
import { PartIcon } from '../../../ui/PartIcon.js';
import { changedKeys, type ShippedRule } from '../rule-model.js';
import { RuleEditor } from './RuleEditor.js';

interface PartRulesProps {
  readonly part: Part;
  readonly rules: readonly ShippedRule[];
  readonly shipped: Profile;
}

/** The rules of one part, folded until somebody wants them. */
export function PartRules({ part, rules, shipped }: PartRulesProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLDetailsElement>(null);
  const wanted = useView(({ rule }) => (rule?.part === part ? rule.metric : undefined));
  useEffect(() => {
    const details = frame.current;
    if (!details || wanted === undefined) return;
    details.open = true;
    details.querySelector(`[data-rule="${wanted}"]`)?.scrollIntoView({ block: 'center' });
    details.querySelector<HTMLElement>(`[data-rule="${wanted}"] input`)?.focus({ preventScroll: true });
  }, [wanted]);
  const changed = usePreferences(({ settings }) => changedKeys(settings?.overrides ?? {}, rules).length);
  return (
    <details ref={frame} className="group" data-rules={part}>
      <summary className="flex cursor-pointer list-none items-center gap-2.5 px-4 py-2.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 text-dim group-open:rotate-90" aria-hidden />
        <PartIcon part={part} className="size-4 text-dim" />
        <span className="font-medium">{t(`part.${part}`)}</span>
        <span className="ml-auto text-caption text-dim">
          {changed > 0 ? (
            <strong className="font-semibold text-brand">
              {t('ui.settings.changed', { count: changed })}
            </strong>
          ) : (
            t('ui.settings.rules', { count: rules.length })
          )}
        </span>
      </summary>
      <div className="divide-y divide-line border-t border-line bg-canvas/50">
        {rules.map((rule) => (
          <RuleEditor key={rule.key} shipped={rule} profile={shipped} />
        ))}
      </div>
    </details>
  );
}
