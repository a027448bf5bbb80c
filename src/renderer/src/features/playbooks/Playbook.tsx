import { PLAYBOOKS, type PlaybookId } from '../../../../shared/playbooks/playbooks.js';
import { Step } from './Step.js';
import { TellIt } from './TellIt.js';
import { TestAgain } from './TestAgain.js';

interface PlaybookProps {
  readonly id: PlaybookId;
  /** The incident it is about. */
  readonly incident?: string;
  /** Ids of the steps that were done. */
  readonly done: readonly string[];
  /** Whether it is time to tell IT. */
  readonly urgent: boolean;
  readonly onTick: (step: string, done: boolean) => void;
}

/** The steps with live values beside them, a test on demand, and what to tell IT. */
export function Playbook({ id, incident, done, urgent, onTick }: PlaybookProps) {
  const steps = PLAYBOOKS[id];
  return (
    <div data-playbook={id} className="grid gap-3">
      <ol className="grid gap-2">
        {steps.map((step) => (
          <Step key={step.id} playbook={id} step={step} done={done.includes(step.id)} onTick={onTick} />
        ))}
      </ol>
      <TestAgain steps={steps} />
      <TellIt playbook={id} incident={incident} done={done} urgent={urgent} />
    </div>
  );
}
