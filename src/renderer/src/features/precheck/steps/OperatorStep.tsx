import { useId, useState } from 'react';
import { useTexts } from '../../../i18n.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { setWho, useWho } from '../../../stores/who.js';
import { INPUT } from '../../settings/controls/styles.js';
import { changeDraft, goOn } from '../actions.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';

/** Who makes the check; the account of the system stands beside the name and can't be changed. */
export function OperatorStep({ draft, isFirst }: StepProps) {
  const { t } = useTexts();
  const id = useId();
  const known = useWho((state) => state.name);
  const account = usePrecheck(({ view }) => view?.account ?? '');
  const [name, setName] = useState(draft.operator || known);
  const keep = async () => {
    const operator = name.trim();
    if (operator !== '') setWho(operator);
    if (operator !== draft.operator) await changeDraft((now) => ({ ...now, operator }));
  };
  return (
    <StepFrame
      step="operator"
      isFirst={isFirst}
      blocked={name.trim() === '' ? t('ui.precheck.operator.missing') : undefined}
    >
      <form
        className="grid max-w-md gap-1"
        onBlur={() => void keep()}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void keep().then(() => goOn(1));
        }}
      >
        <label htmlFor={id} className="font-medium">
          {t('ui.precheck.operator.name')}
        </label>
        <input
          id={id}
          className={INPUT}
          value={name}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="text-caption text-dim">{t('ui.precheck.operator.account', { account })}</p>
      </form>
    </StepFrame>
  );
}
