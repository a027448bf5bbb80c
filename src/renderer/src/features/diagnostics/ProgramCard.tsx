import { programFacts } from '../../../../shared/diagnostics/program.js';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { useTexts } from '../../i18n.js';
import { Card } from './Card.js';

/** The program and what it stands on. */
export function ProgramCard({ view }: { readonly view: DiagnosticsView }) {
  const speech = useTexts();
  return (
    <Card name="program" title={speech.t('ui.diag.program')}>
      <dl className="grid gap-x-6 gap-y-1 @min-[520px]:grid-cols-[max-content_minmax(0,1fr)]">
        {programFacts(view, speech).map(({ label, value, isPath }) => (
          <div key={label} className="contents">
            <dt className="text-dim">{label}</dt>
            <dd className={isPath ? 'font-mono text-[0.8125rem] leading-5.5' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
