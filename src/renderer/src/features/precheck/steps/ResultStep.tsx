import { Save } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { stepOf } from '../../../../../shared/precheck/flow/steps.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type { Waiver } from '../../../../../shared/precheck/record/evidence-schema.js';
import { canWaive, openItems, waiverFor } from '../../../../../shared/precheck/verdict/result.js';
import { useTexts } from '../../../i18n.js';
import { usePreferences } from '../../../stores/settings.js';
import { BUTTON, MAIN_BUTTON, TEXT_BUTTON } from '../../settings/controls/styles.js';
import { finishCheck, goTo } from '../actions.js';
import { Evidence } from '../result/Evidence.js';
import { ResultBanner } from '../result/ResultBanner.js';
import { WaiverForm } from '../result/WaiverForm.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';

/** What came out, what can still be done about it, and the record of it. A clean GO is recorded at once. */
export function ResultStep({ draft, judged, isFirst }: StepProps) {
  const { t } = useTexts();
  const [waiving, setWaiving] = useState<ItemId | null>(null);
  const here = usePreferences(({ settings }) => settings?.role);
  const finished = useRef(false);
  const { result, judgements } = judged;
  const open = openItems(judgements, draft.waivers);
  const finish = () => {
    if (finished.current) return;
    finished.current = true;
    // A full disk or a read-only folder: the reason is shown, and it can be tried again.
    void finishCheck().then(() => {
      finished.current = false;
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is nothing left to decide
  useEffect(() => {
    if (result === 'go') finish();
  }, [result]);
  const rolesFor = (item: ItemId): readonly Waiver['role'][] => {
    const judgement = judgements.find((one) => one.item === item);
    if (!judgement || waiverFor(judgement, draft.waivers)) return [];
    const roles: readonly Waiver['role'][] = here === 'presenter' ? ['presenter'] : ['presenter', 'it'];
    return judgement.verdict === 'pass' ? [] : roles.filter((role) => canWaive(judgement.verdict, role));
  };
  const actions = (item: ItemId) => {
    const roles = rolesFor(item);
    if (waiving === item)
      return (
        <WaiverForm item={item} operator={draft.operator} roles={roles} onClose={() => setWaiving(null)} />
      );
    return (
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className={open.some((one) => one.item === item) ? BUTTON : `${TEXT_BUTTON} -ml-1 text-caption`}
          onClick={() => void goTo(stepOf(item))}
        >
          {t('ui.precheck.again')}
        </button>
        {roles.length > 0 && (
          <button type="button" className={BUTTON} onClick={() => setWaiving(item)}>
            {t('ui.precheck.waive')}
          </button>
        )}
      </div>
    );
  };
  return (
    <StepFrame step="result" isFirst={isFirst}>
      <ResultBanner result={result}>
        {open.length > 0
          ? t('ui.precheck.inTheWay', {
              items: open.map(({ item }) => t(`precheck.item.${item}`)).join(t('list.separator')),
            })
          : t('ui.precheck.nothingInTheWay')}
      </ResultBanner>
      <div>
        <button type="button" data-testid="precheck-finish" className={MAIN_BUTTON} onClick={finish}>
          <Save className="size-4" aria-hidden />
          {t('ui.precheck.finish')}
        </button>
      </div>
      <Evidence
        judgements={judgements}
        measurements={draft.measurements}
        confirmations={draft.confirmations}
        waivers={draft.waivers}
        actions={actions}
      />
    </StepFrame>
  );
}
