import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatFull } from '../../../../shared/format/time.js';
import { metricName } from '../../../../shared/health/messages.js';
import type { ReportView } from '../../../../shared/report/view.js';
import { useTexts } from '../../i18n.js';
import { ChartKey } from '../history/ChartKey.js';
import { chartData } from '../history/chart-data.js';
import { chartOptions } from '../history/chart-options.js';
import { Section } from './Section.js';

/** Height of the curve on paper, CSS pixels. */
const HEIGHT = 230;

/** The curve around the incident, with its limit, on paper. */
export function ReportChart({ view }: { readonly view: ReportView }) {
  const speech = useTexts();
  const { t, language } = speech;
  const box = useRef<HTMLDivElement>(null);
  const { incident, series, stretch, timeline } = view;
  const { metric, limit, range } = incident;
  const name = metricName(metric, t);
  // Other limits are shares of something; where they lie depends on the moment.
  const line = limit?.of === 'value' ? limit.value : undefined;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const options = chartOptions(
      {
        metrics: [metric],
        names: [metric],
        range,
        limit: line,
        incidents: [incident],
        spans: timeline.spans,
        stretch,
        speech,
        onZoom: () => undefined,
      },
      element,
      element.clientWidth,
    );
    const paper = { ...options, height: HEIGHT, legend: { show: false }, cursor: { show: false } };
    const plot = new uPlot(paper, chartData([{ metric, answer: series }]), element);
    return () => plot.destroy();
  }, [metric, range, line, incident, timeline, stretch, series, speech]);
  const resolution = t('report.chart.resolution', {
    count: series.at.length,
    level: t(`export.level.${series.level}`),
    from: formatFull(stretch.from, language),
    to: formatFull(stretch.to, language),
  });
  return (
    <Section title={t('report.chart', { metric: name })}>
      {series.at.length === 0 ? (
        <p className="text-dim">{t('report.chart.none')}</p>
      ) : (
        <>
          <div ref={box} className="history-chart" />
          <ChartKey hasBand={range !== undefined} hasLimit={line !== undefined} />
          <p className="text-caption text-dim">{resolution}</p>
        </>
      )}
    </Section>
  );
}
