import { useId } from 'react';
import type { PlaybookId, PlaybookStep } from '../../../../shared/playbooks/playbooks.js';
import { stepText } from '../../../../shared/playbooks/texts.js';
import { useTexts } from '../../i18n.js';
import { CHECK } from '../settings/controls/styles.js';
import { LiveValues } from './LiveValues.js';
import { OpenPage } from './OpenPage.js';

interface StepProps {
  readonly playbook: PlaybookId;
  readonly step: PlaybookStep;
  readonly done: boolean;
  readonly onTick: (step: string, done: boolean) => void;
}

/** One step: a box to tick, what to do, the values that show whether it helped, and where it is done. */
export function Step({ playbook, step, done, onTick }: StepProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <li data-step={step.id} data-done={done} className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        className={`${CHECK} mt-0.75`}
        checked={done}
        onChange={({ target }) => onTick(step.id, target.checked)}
      />
      <div className="min-w-0 grow">
        <label htmlFor={id} className={done ? 'text-dim' : ''}>
          {stepText(playbook, step.id, t)}
        </label>
        {step.metrics && <LiveValues metrics={step.metrics} />}
        {step.opens && <OpenPage page={step.opens} />}
      </div>
    </li>
  );
}
