import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { openPart, useView } from '../../stores/view.js';
import { JudgementChip } from '../../ui/JudgementChip.js';
import { Panel } from '../../ui/Panel.js';
import { PartIcon } from '../../ui/PartIcon.js';
import { ClauseTexts } from './ClauseTexts.js';
import { MetricDetails } from './MetricDetails.js';

/** All metrics and instances of the opened part, in a panel over the page. */
export function PartDetails() {
  const { t } = useTexts();
  const opened = useView((state) => state.opened);
  const part = useMonitor(({ snapshot }) => snapshot?.parts.find((one) => one.part === opened));
  if (!part) return null;
  return (
    <Panel
      key={part.part}
      titleId="panel-title"
      onClose={() => openPart(null)}
      head={
        <>
          <PartIcon part={part.part} className="size-5 text-dim" />
          <h2 id="panel-title" className="text-heading font-semibold">
            {t(`part.${part.part}`)}
          </h2>
          <span className="text-caption text-dim">{t('ui.clause', { clause: part.clause })}</span>
          <span className="ml-auto">
            <JudgementChip tone={part.judgement} />
          </span>
        </>
      }
    >
      <ClauseTexts part={part.part} />
      <ul className="divide-y divide-line px-5 pb-3">
        {part.metrics.map((state) => (
          <MetricDetails key={`${state.metric} ${state.instance ?? ''}`} state={state} />
        ))}
      </ul>
    </Panel>
  );
}
