import { useShallow } from 'zustand/react/shallow';
import { metricMessage } from '../../../../shared/health/messages.js';
import type { MetricState } from '../../../../shared/health/state.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';
import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

const LOUD: readonly MetricState['judgement'][] = ['warning', 'fault'];
/** Instances shown of a metric that has no leading value. */
const SHOWN = 3;

/** The leading series of each metric, else its first instances; what was never read is left out. */
function find(snapshot: MonitorSnapshot | null, metrics: readonly MetricId[]): MetricState[] {
  const all = snapshot?.parts.flatMap((part) => part.metrics) ?? [];
  return metrics.flatMap((metric) => {
    const own = all.filter((one) => one.metric === metric);
    const lead = own.filter(({ instance }) => instance === undefined);
    return (lead.length > 0 ? lead : own).slice(0, SHOWN);
  });
}

/** Values as they are now, as small signs beside a step. */
export function LiveValues({ metrics }: { readonly metrics: readonly MetricId[] }) {
  const speech = useTexts();
  const states = useMonitor(useShallow(({ snapshot }) => find(snapshot, metrics)));
  if (states.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-caption">
      {states.map((state) => (
        <li
          key={`${state.metric} ${state.instance ?? ''}`}
          data-live={state.metric}
          data-tone={state.judgement}
          className={LOUD.includes(state.judgement) ? 'text-tone' : 'text-dim'}
        >
          {metricMessage(state, speech, { advice: false })}
        </li>
      ))}
    </ul>
  );
}
